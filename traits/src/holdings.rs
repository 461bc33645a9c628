use assay_primitives::IdentityId;

/// Whether anything is held, of whatever asset: links and jurisdictions must not change then.
pub trait HoldingsInspect<AccountId> {
	/// Whether the account holds a unit, free or held, of any asset.
	fn account_holds_anything(account: &AccountId) -> bool;

	/// Whether any account of the identity does.
	fn identity_holds_anything(identity: IdentityId) -> bool;
}

/// Everybody is taken to hold something, so that nothing may change.
impl<AccountId> HoldingsInspect<AccountId> for () {
	fn account_holds_anything(_: &AccountId) -> bool {
		true
	}
	fn identity_holds_anything(_: IdentityId) -> bool {
		true
	}
}
