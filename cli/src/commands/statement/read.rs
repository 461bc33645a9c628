//! The values of the state that a holder's statement is made of.
//!
//! Every one of them is named by what was asked or by values read before it, so that a proof cannot
//! leave anything out that belongs to the statement.

use crate::{
	amounts,
	api::{
		self,
		runtime_types::{
			assay_primitives::{
				asset::{AssetSummary, Role},
				reserve::Scope,
			},
			pallet_asset_registry::types::{AssetTerms, Document, LatestDocument, RoleGrant},
			pallet_attestations::types::{Report, ScopeRecord, Verdict},
			pallet_compliance::types::Position,
			pallet_custody::{totals::Totals, types::Vault},
			pallet_identities::types::AccountLink,
			pallet_issuance::redemption::Redemption,
		},
	},
	context::text_of,
	errors::{Failure, Outcome},
	input::asset::{underlying_decimals, underlying_name},
	proof::State,
};
use assay_primitives::UnitRatio;
use std::collections::BTreeSet;
use subxt::utils::AccountId32;

/// Whose statement it is, and of which asset.
#[derive(Clone, Debug)]
pub struct Question {
	/// The asset's number.
	pub asset: u32,
	/// The ticker that the asset was named by, if it was.
	pub ticker: Option<String>,
	/// The account that holds it.
	pub holder: AccountId32,
	/// Who is said to have which role for the asset. The state counts them, so that none is missing.
	pub roles: Vec<(Role, u32)>,
}

/// What an asset is.
#[derive(Clone, Debug)]
pub struct Asset {
	/// Its number.
	pub id: u32,
	/// Status, kind, issuer and unit.
	pub summary: AssetSummary,
	/// The legal wrapper, and with it the rights of holders.
	pub terms: AssetTerms,
}

/// What a holder has.
#[derive(Clone, Debug)]
pub struct Holding {
	/// The account.
	pub account: AccountId32,
	/// The identity behind it.
	pub link: Option<AccountLink>,
	/// Units of the account that are held for nothing.
	pub free: u128,
	/// Units of the account that are held, by purpose.
	pub holds: Vec<(String, u128)>,
	/// What the identity has over all its accounts, and what is frozen of it.
	pub position: Option<Position<AccountId32>>,
	/// The account's open redemptions.
	pub redemptions: Vec<(u64, Redemption<AccountId32>)>,
}

/// One vault's part in the reserve: what is said of it, and what the register of lots shows.
#[derive(Clone, Debug)]
pub struct Part {
	/// Where.
	pub scope: Scope,
	/// The newest report, as a gate sees it.
	pub record: ScopeRecord,
	/// The newest report in full.
	pub report: Report,
	/// Its hash, which auditors and the next report name.
	pub report_hash: Option<subxt::utils::H256>,
	/// What the vault's lots add up to.
	pub totals: Option<Totals>,
	/// The vault's name.
	pub vault: Option<String>,
}

/// Everything that a holder is told and that the state says in so many words.
#[derive(Clone, Debug)]
pub struct Statement {
	/// The block's time, in ms.
	pub time: u64,
	/// The asset.
	pub asset: Asset,
	/// Units that exist.
	pub supply: u128,
	/// Of them, units whose underlying has left already, and that only wait to be burned.
	pub committed: u128,
	/// What the holder has.
	pub holding: Holding,
	/// Where the reserve lies.
	pub parts: Vec<Part>,
	/// The newest version of each document.
	pub documents: Vec<(LatestDocument, Document)>,
	/// Every role that is granted, and to whom: powers over the asset and its holders are theirs, the
	/// issuer's and the council's.
	pub roles: Vec<(Role, u32, RoleGrant)>,
}

impl Asset {
	/// Reads it; fails when there is none, or when it has another ticker than it was named by.
	pub async fn read(state: &mut State<'_>, id: u32, ticker: Option<&str>) -> Outcome<Self> {
		let registry = api::storage().asset_registry();
		let summary = state.get(registry.summaries(), (id,)).await?;
		let terms = state.get(registry.terms(), (id,)).await?;
		let (Some(summary), Some(terms)) = (summary, terms) else {
			return Err(Failure::refused(format!("there is no asset {id}"))
				.named("UnknownAsset")
				.next("`assay asset list` shows the assets"));
		};
		let symbol = text_of(&terms.symbol.0);
		match ticker {
			Some(ticker) if !same_ticker(ticker, &symbol) => Err(Failure::refused(format!(
				"the node takes asset {id} for {ticker}, but its terms say {symbol}"
			))
			.named("AnotherAsset")
			.next("believe nothing of it: ask another node with --url")),
			_ => Ok(Self { id, summary, terms }),
		}
	}

	/// Its ticker.
	pub fn symbol(&self) -> String {
		text_of(&self.terms.symbol.0)
	}

	/// Smallest units as tokens with the ticker.
	pub fn tokens(&self, units: u128) -> String {
		let decimals = self.terms.decimals.into();
		format!("{} {}", amounts::format(units, decimals), self.symbol())
	}

	/// A quantity of the underlying with its unit.
	pub fn quantity(&self, quantity: u128) -> String {
		let unit = text_of(&self.terms.underlying_unit.0);
		let figure = amounts::format_fixed(quantity, underlying_decimals(&unit));
		format!("{figure} {}", underlying_name(&unit))
	}

	/// How much of the underlying one smallest unit claims.
	pub fn unit(&self) -> UnitRatio {
		UnitRatio {
			numerator: self.summary.unit.numerator,
			denominator: self.summary.unit.denominator,
		}
	}
}

impl Holding {
	async fn read(state: &mut State<'_>, asset: u32, account: AccountId32) -> Outcome<Self> {
		let key = (asset, account);
		let ledger = state.get(api::storage().assets().account(), key);
		let in_ledger = ledger.await?.map_or(0, |it| it.balance);
		let on_hold = state.get(api::storage().assets_holder().holds(), key);
		let on_hold = on_hold.await?.map(|it| it.0).unwrap_or_default();
		let mut holds: Vec<(String, u128)> = on_hold
			.iter()
			.map(|hold| (purpose(&hold.id), hold.amount))
			.collect();
		// The ledger shows the last unit of an account as free, even where it is held.
		let last = state.get(api::storage().compliance().last_units(), (key,));
		let last = last.await?.map(|reason| purpose(&reason));
		if let Some(reason) = &last {
			match holds.iter_mut().find(|(known, _)| known == reason) {
				Some((_, held)) => *held = held.saturating_add(1),
				None => holds.push((reason.clone(), 1)),
			}
		}
		let links = api::storage().identities().links();
		let link = state.get(links, (account,)).await?;
		let position = match &link {
			Some(link) => {
				let positions = api::storage().compliance().positions();
				state.get(positions, (asset, link.identity)).await?
			},
			None => None,
		};
		let open = api::storage().issuance().holder_redemptions();
		let open = state.get(open, key).await?.map(|it| it.0);
		let mut redemptions = Vec::new();
		for id in open.unwrap_or_default() {
			let redemption = api::storage().issuance().redemptions();
			let redemption = state.get(redemption, (id,)).await?;
			redemptions.extend(redemption.map(|it| (id, it)));
		}
		Ok(Self {
			account,
			link,
			free: in_ledger.saturating_sub(last.is_some().into()),
			holds,
			position,
			redemptions,
		})
	}

	/// Units of the account that are held.
	pub fn held(&self) -> u128 {
		let held = self.holds.iter().map(|(_, units)| *units);
		held.fold(0, u128::saturating_add)
	}
}

impl Part {
	async fn read(state: &mut State<'_>, asset: u32, record: ScopeRecord) -> Outcome<Option<Self>> {
		let scope = Scope {
			asset,
			custodian: record.custodian,
			vault: record.vault,
		};
		let attestations = api::storage().attestations();
		let report = state.get(attestations.reports(), (scope.clone(),)).await?;
		let head = state.get(attestations.heads(), (scope.clone(),)).await?;
		let custody = api::storage().custody();
		let totals = state.get(custody.scope_totals(), (scope.clone(),)).await?;
		let vault = vault(state, scope.vault).await?;
		Ok(report.map(|report| Self {
			scope,
			record,
			report,
			report_hash: head.map(|head| head.hash),
			totals,
			vault: vault.map(|vault| text_of(&vault.name.0)),
		}))
	}

	/// The most that it can count for at `now`, whatever else is true: the lowest of what anybody says,
	/// less what has left since, and no more than the lots that are pledged, have not matured and do not
	/// wait for a report; nothing where the report stands no more.
	///
	/// It is an upper bound: a custodian that is approved no more, too few confirmations, an age over
	/// the asset's limit and an auditor's lower figure over its tolerance make it zero, and none of
	/// these is asked for here.
	pub fn at_most(&self, now: u64) -> u128 {
		let record = &self.record;
		let Some(totals) = self.totals.as_ref().filter(|_| !is_void(record, now)) else {
			return 0;
		};
		let said = record.opinions.0.iter().map(|opinion| opinion.quantity);
		let stated = said.fold(record.quantity, u128::min);
		let left = totals.removals.0.iter();
		let left = left.filter(|entry| entry.moment >= record.as_of);
		let matured = totals.maturities.0.iter();
		let matured = matured.filter(|entry| entry.moment <= now);
		let sum =
			|quantities: &mut dyn Iterator<Item = u128>| quantities.fold(0, u128::saturating_add);
		let left = sum(&mut left.map(|entry| entry.quantity));
		let matured = sum(&mut matured.map(|entry| entry.quantity));
		// What has matured while it waits is taken off once.
		let waiting = totals.arrivals.0.iter();
		let waiting = waiting.filter(|it| it.matures_at.is_none_or(|moment| moment > now));
		let waiting = sum(&mut waiting.map(|it| it.quantity));
		let pledged = totals
			.pledged
			.saturating_sub(matured)
			.saturating_sub(waiting);
		stated.saturating_sub(left).min(pledged)
	}
}

impl Statement {
	/// Reads everything that was asked for.
	pub async fn read(state: &mut State<'_>, question: &Question) -> Outcome<Self> {
		state.check_runtime().await?;
		let id = question.asset;
		let asset = Asset::read(state, id, question.ticker.as_deref()).await?;
		let supply = state.get(api::storage().assets().asset(), (id,)).await?;
		let committed = api::storage().issuance().committed_to_burn();
		let committed = state.get(committed, (id,)).await?;
		let holding = Holding::read(state, id, question.holder).await?;
		let scopes = api::storage().attestations().scopes();
		let scopes = state.get(scopes, (id,)).await?.map(|it| it.0);
		let mut parts = Vec::new();
		for record in scopes.unwrap_or_default() {
			parts.extend(Part::read(state, id, record).await?);
		}
		let latest = api::storage().asset_registry().latest();
		let latest = state.get(latest, (id,)).await?.map(|it| it.0);
		let mut documents = Vec::new();
		for newest in latest.unwrap_or_default() {
			let filed = api::storage().asset_registry().documents();
			let key = (id, (newest.kind.clone(), newest.version));
			documents.extend(state.get(filed, key).await?.map(|it| (newest, it)));
		}
		Ok(Self {
			time: state.time().await?,
			asset,
			supply: supply.map_or(0, |it| it.supply),
			committed: committed.unwrap_or_default(),
			holding,
			parts,
			documents,
			roles: roles(state, id, &question.roles).await?,
		})
	}

	/// Units that the reserve must cover.
	pub fn outstanding(&self) -> u128 {
		self.supply.saturating_sub(self.committed)
	}

	/// What they claim, rounded up as the chain does; `None` where that is no quantity.
	pub fn claims(&self) -> Option<u128> {
		self.asset.unit().claim_ceil(self.outstanding())
	}

	/// What the account's units claim before any fee, rounded down as the chain does.
	pub fn own_claim(&self) -> Option<u128> {
		let units = self.holding.free.checked_add(self.holding.held())?;
		self.asset.unit().claim_floor(units)
	}

	/// The most that the reserve can be: see [`Part::at_most`].
	pub fn reserve_at_most(&self) -> u128 {
		let parts = self.parts.iter().map(|part| part.at_most(self.time));
		parts.fold(0, u128::saturating_add)
	}
}

/// Whether a report counts for nothing, whatever the asset's parameters and approvals are.
pub fn is_void(record: &ScopeRecord, now: u64) -> bool {
	let mut opinions = record.opinions.0.iter();
	record.withdrawn
		|| record.faulted
		|| record.valid_until < now
		|| record.answer_by.is_some_and(|deadline| deadline < now)
		|| opinions.any(|opinion| matches!(opinion.verdict, Verdict::Contradicts))
}

/// Whether the chain takes both for one ticker: capitals, blanks and punctuation do not matter.
pub fn same_ticker(one: &str, other: &str) -> bool {
	let letters = |text: &str| -> String {
		let kept = text.chars();
		kept.filter(|c| !c.is_ascii_whitespace() && !c.is_ascii_punctuation())
			.map(|c| c.to_ascii_uppercase())
			.collect()
	};
	letters(one) == letters(other)
}

/// A vault.
pub async fn vault(state: &mut State<'_>, vault: u32) -> Outcome<Option<Vault<AccountId32>>> {
	let vaults = api::storage().custody().vaults();
	state.get(vaults, (vault,)).await
}

/// The grants of all roles of an asset; fails unless as many are named as the asset's file counts.
async fn roles(
	state: &mut State<'_>,
	asset: u32,
	named: &[(Role, u32)],
) -> Outcome<Vec<(Role, u32, RoleGrant)>> {
	let registry = api::storage().asset_registry();
	let filing = state.get(registry.filings(), (asset,)).await?;
	let granted = filing.map_or(0, |filing| filing.grants);
	let mut seen = BTreeSet::new();
	let mut roles = Vec::new();
	for (role, identity) in named {
		// Roles have no order of their own; what they are called has.
		if seen.insert((format!("{role:?}"), *identity)) {
			let key = (asset, (role.clone(), *identity));
			let grant = state.get(registry.roles(), key).await?;
			roles.extend(grant.map(|grant| (role.clone(), *identity, grant)));
		}
	}
	match u32::try_from(roles.len()) == Ok(granted) {
		true => Ok(roles),
		false => Err(Failure::refused(format!(
			"{granted} roles are granted for the asset, and {} are shown",
			roles.len()
		))
		.named("Incomplete")
		.next("believe nothing of it: ask another node with --url, or get the file anew")),
	}
}

/// What units are held for, by pallet and purpose.
fn purpose(reason: &impl std::fmt::Debug) -> String {
	format!("{reason:?}")
		.replace(['(', ')'], " ")
		.trim()
		.to_string()
}
