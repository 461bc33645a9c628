use assay_primitives::{IdentityId, IdentityProfile, TrustedIssuers};

/// Who stands behind an account.
pub trait IdentityInspect<AccountId> {
	/// The identity that the account is linked to, whatever its standing.
	fn identity_of(account: &AccountId) -> Option<IdentityId>;

	/// The identity behind the account, if it is in good standing: neither suspended nor sanctioned.
	fn active_identity_of(account: &AccountId) -> Option<IdentityId>;

	/// All that rules ask of an identity, in one read.
	fn profile(identity: IdentityId) -> Option<IdentityProfile>;

	/// The organisation that a person acts for; a legal identity is its own, and so is a person who
	/// acts for none. `None` when there is no such identity.
	fn organisation_of(identity: IdentityId) -> Option<IdentityId>;

	/// Every approved issuer of claims, in one read.
	fn trusted_issuers() -> TrustedIssuers;
}

/// Nobody is known.
impl<AccountId> IdentityInspect<AccountId> for () {
	fn identity_of(_: &AccountId) -> Option<IdentityId> {
		None
	}
	fn active_identity_of(_: &AccountId) -> Option<IdentityId> {
		None
	}
	fn profile(_: IdentityId) -> Option<IdentityProfile> {
		None
	}
	fn organisation_of(_: IdentityId) -> Option<IdentityId> {
		None
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}
