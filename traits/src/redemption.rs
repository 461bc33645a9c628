use assay_primitives::{AssetId, Moment, ReasonCode, RedemptionTerms};

/// On what terms units go back to the issuer.
pub trait RedemptionTermsInspect {
	/// The terms in force; `None` when there is no such asset.
	fn redemption_terms(asset: AssetId) -> Option<RedemptionTerms>;
}

/// What compliance says of redemptions.
pub trait RedemptionGuard<AccountId> {
	/// Whether the holder of units on their way back may be paid now: known, not sanctioned, neither
	/// frozen nor under a docket nor being replaced, and redemptions of the asset not paused. A
	/// suspended holder may be paid.
	///
	/// # Errors
	/// The first reason that stands against the holder; else the first against the asset.
	fn check_payment(asset: AssetId, holder: &AccountId) -> Result<(), ReasonCode>;

	/// For how long the council ever had redemptions of the asset paused, up to `now`, in ms. A pause
	/// by the asset's own officers does not count.
	fn paused_ms(asset: AssetId, now: Moment) -> Moment;
}

/// Where what is due to a holder who may not be paid is handed instead.
pub trait EscrowInspect<AccountId> {
	/// The asset's escrow account.
	fn escrow(asset: AssetId) -> Option<AccountId>;
}

/// No asset has terms.
impl RedemptionTermsInspect for () {
	fn redemption_terms(_: AssetId) -> Option<RedemptionTerms> {
		None
	}
}

/// Nobody is paid, and no time is given for it.
impl<AccountId> RedemptionGuard<AccountId> for () {
	fn check_payment(_: AssetId, _: &AccountId) -> Result<(), ReasonCode> {
		Err(ReasonCode::PolicyMissing)
	}
	fn paused_ms(_: AssetId, _: Moment) -> Moment {
		0
	}
}

/// Nothing is kept for anybody.
impl<AccountId> EscrowInspect<AccountId> for () {
	fn escrow(_: AssetId) -> Option<AccountId> {
		None
	}
}
