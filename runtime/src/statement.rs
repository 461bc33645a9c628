//! A holder's statement in one answer: what is held, what stands behind it, which rights it gives and
//! who has power over it, from the views of all pallets at one block.
//!
//! It is what a node computes. Whoever does not trust a node reads the same values with their proofs:
//! `assay statement --verify`.

use crate::*;
use assay_primitives::{AssetId, Moment, Quantity, RedemptionId, ReserveFigures, Scope};
use assay_traits::GuardedHolds;
use codec::{Decode, Encode};
use frame_support::traits::Time;
use pallet_asset_registry::{AssetDetails, DocumentList, PowerDisclosure};
use pallet_attestations::Report;
use pallet_compliance::Position;
use pallet_identities::AccountLink;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What an account is told of an asset. Every list has the bound of what it is read from: 16 reports
/// and documents, the purposes and the open redemptions that one account may have, the table of
/// powers.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct HolderStatement {
	/// The block's time, in ms.
	pub at: Moment,
	/// Status, terms and with them the rights of a holder.
	pub asset: AssetDetails,
	/// The identity behind the account.
	pub link: Option<AccountLink>,
	/// Units of the account that are held for nothing.
	pub free: Balance,
	/// Units of the account that are held, by purpose.
	pub held: Vec<(RuntimeHoldReason, Balance)>,
	/// What the account's units claim before any fee, rounded down: the reserve gains.
	pub claim: Option<Quantity>,
	/// What the identity has over all its accounts, and what is frozen of it.
	pub position: Option<Position<AccountId>>,
	/// The account's open redemptions.
	pub redemptions: Vec<RedemptionId>,
	/// Units of everybody that the reserve must cover.
	pub outstanding: Balance,
	/// Status and sums of the reserve, or why there is none.
	pub reserve: Result<ReserveFigures, DispatchError>,
	/// The newest report of each vault, with its lots root and what auditors say of it.
	pub reports: Vec<(Scope, Report)>,
	/// The newest version of each document.
	pub documents: DocumentList,
	/// Who has power over the asset, its holders and its reserve.
	pub powers: Vec<PowerDisclosure>,
}

sp_api::decl_runtime_apis! {
	/// Statements for holders.
	pub trait HolderStatementApi {
		/// What an account is told of an asset now; `None` when there is no such asset.
		fn holder_statement(asset: AssetId, account: AccountId) -> Option<HolderStatement>;
	}
}

/// What an account is told of an asset now; `None` when there is no such asset.
pub fn holder_statement(asset: AssetId, account: AccountId) -> Option<HolderStatement> {
	let details = AssetRegistry::asset(asset)?;
	let last = pallet_compliance::LastUnits::<Runtime>::get((asset, &account));
	let held = held(asset, &account, last);
	// The ledger shows the last unit of an account as free, even where it is held.
	let free = Assets::balance(asset, &account).checked_sub(last.is_some().into())?;
	let units = held
		.iter()
		.try_fold(free, |sum, (_, units)| sum.checked_add(*units));
	let link = Identities::identity_of(account.clone());
	let scopes = pallet_attestations::Scopes::<Runtime>::get(asset);
	let scopes = scopes.iter().map(|record| record.scope(asset));
	let redemptions = pallet_issuance::HolderRedemptions::<Runtime>::get(asset, &account);
	Some(HolderStatement {
		at: <Timestamp as Time>::now(),
		claim: units.and_then(|units| details.summary.unit.claim_floor(units)),
		position: link.and_then(|link| Compliance::position(asset, link.identity)),
		link,
		free,
		held,
		redemptions: redemptions.into_inner(),
		outstanding: Issuance::outstanding(asset),
		reserve: Attestations::reserve_status(asset),
		reports: scopes
			.filter_map(|scope| Attestations::report(scope).map(|report| (scope, report)))
			.collect(),
		documents: AssetRegistry::documents(asset),
		powers: AssetRegistry::powers(asset),
		asset: details,
	})
}

/// What units of an account are held for.
fn held(
	asset: AssetId,
	account: &AccountId,
	last: Option<RuntimeHoldReason>,
) -> Vec<(RuntimeHoldReason, Balance)> {
	let mut purposes = pallet_compliance::HoldReasons::<Runtime>::get(asset, account).into_inner();
	if let Some(last) = last.filter(|last| !purposes.contains(last)) {
		purposes.push(last);
	}
	let held = |reason| <Compliance as GuardedHolds<AccountId>>::held(asset, reason, account);
	purposes
		.into_iter()
		.map(|reason| (reason, held(reason)))
		.collect()
}
