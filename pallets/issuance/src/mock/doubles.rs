//! Doubles of the registry's terms, of compliance's guard, of escrow and of bonds.

use super::*;

pub struct MockTerms;
impl RedemptionTermsInspect for MockTerms {
	fn redemption_terms(_: AssetId) -> Option<RedemptionTerms> {
		Terms::get()
	}
}

pub struct MockGuard;
impl RedemptionGuard<Account> for MockGuard {
	fn check_payment(_: AssetId, holder: &Account) -> Result<(), ReasonCode> {
		Blocked::get().get(holder).map_or(Ok(()), |why| Err(*why))
	}
	fn paused_ms(_: AssetId, _: Moment) -> Moment {
		PausedMs::get()
	}
}

impl HeldUnits<Account> for MockHolds {
	fn all_held(_: RuntimeHoldReason) -> Vec<(AssetId, Account, Balance)> {
		Held::iter()
			.filter(|(_, amount)| *amount > 0)
			.map(|((asset, who), amount)| (asset, who, amount))
			.collect()
	}
}

pub struct MockEscrow;
impl EscrowInspect<Account> for MockEscrow {
	fn escrow(_: AssetId) -> Option<Account> {
		EscrowAccount::get()
	}
}

/// What is bonded for each asset, in which asset.
#[storage_alias]
pub type Bonded = StorageMap<Mock, Blake2_128Concat, AssetId, (AssetId, Balance)>;
/// What an account got from bonds.
#[storage_alias]
pub type Penalties = StorageMap<Mock, Blake2_128Concat, Account, Balance, ValueQuery>;

fn asset_of(purpose: BondPurpose) -> AssetId {
	match purpose {
		BondPurpose::Issuer(asset) => asset,
		BondPurpose::Custodian(_) => unreachable!("issuance knows no custodian's bond"),
	}
}

pub struct MockBonds;
impl BondInspect for MockBonds {
	fn bonded(purpose: BondPurpose) -> Balance {
		Bonded::get(asset_of(purpose)).map_or(0, |bond| bond.1)
	}
	fn settlement_asset(purpose: BondPurpose) -> Option<AssetId> {
		Bonded::get(asset_of(purpose)).map(|bond| bond.0)
	}
}
impl BondDraw<Account> for MockBonds {
	fn draw(
		purpose: BondPurpose,
		amount: Balance,
		to: &Account,
		_: Hash,
	) -> Result<Balance, DispatchError> {
		let Some((asset, bonded)) = Bonded::get(asset_of(purpose)) else {
			return Ok(0);
		};
		let paid = amount.min(bonded);
		Bonded::insert(asset_of(purpose), (asset, bonded - paid));
		Penalties::mutate(to, |sum| *sum += paid);
		Ok(paid)
	}
	fn draw_share(
		_: BondPurpose,
		_: BasisPoints,
		_: &Account,
		_: Hash,
	) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

/// Approvers are the organisations 1 and 8: the issuer's own, and another one.
pub struct MockApprovers;
impl frame_support::traits::Contains<IdentityId> for MockApprovers {
	fn contains(organisation: &IdentityId) -> bool {
		[ISSUER, APPROVER].contains(&Account::from(*organisation))
	}
}
