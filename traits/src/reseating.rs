use assay_primitives::{IdentityId, Jurisdiction};
use polkadot_sdk::sp_runtime::{DispatchError, DispatchResult};

/// A change of jurisdiction that waits until every position of the identity is counted anew.
///
/// Until then the identity is locked: it gets, sends and sets aside nothing, and may redeem.
pub trait ReseatIdentity {
	/// The jurisdiction that the identity moves to, while its change is not finished.
	fn pending(identity: IdentityId) -> Option<Jurisdiction>;

	/// Makes the pending jurisdiction the identity's, once no position is counted under the old one.
	///
	/// # Errors
	/// When there is no such identity, or it does not change its jurisdiction.
	fn complete(identity: IdentityId) -> DispatchResult;
}

/// Nothing is pending.
impl ReseatIdentity for () {
	fn pending(_: IdentityId) -> Option<Jurisdiction> {
		None
	}
	fn complete(_: IdentityId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}
