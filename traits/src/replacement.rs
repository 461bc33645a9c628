/// A lost account gives way to another one of the same identity.
pub trait AccountReplacement<AccountId> {
	/// Whether the account is being replaced, from the opening to the end: it moves nothing.
	fn is_replaced(account: &AccountId) -> bool;

	/// The account that takes over, once the time for objections has passed and what the replaced
	/// account holds may be moved there.
	fn successor(account: &AccountId) -> Option<AccountId>;
}

/// Nothing is replaced.
impl<AccountId> AccountReplacement<AccountId> for () {
	fn is_replaced(_: &AccountId) -> bool {
		false
	}
	fn successor(_: &AccountId) -> Option<AccountId> {
		None
	}
}
