use polkadot_sdk::sp_runtime::{DispatchError, DispatchResult};

/// A lost account gives way to another one of the same identity.
pub trait AccountReplacement<AccountId> {
	/// Whether the account is being replaced, from the opening to the end: it moves nothing.
	fn is_replaced(account: &AccountId) -> bool;

	/// The account that takes over, once the time for objections has passed and what the replaced
	/// account holds may be moved there.
	fn successor(account: &AccountId) -> Option<AccountId>;

	/// Ends the objection of the account in favour of its successor, as an executed docket orders.
	///
	/// # Errors
	/// When no objection of that account is open.
	fn settle(account: &AccountId) -> DispatchResult;
}

/// Nothing is replaced.
impl<AccountId> AccountReplacement<AccountId> for () {
	fn is_replaced(_: &AccountId) -> bool {
		false
	}
	fn successor(_: &AccountId) -> Option<AccountId> {
		None
	}
	fn settle(_: &AccountId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}
