use assay_primitives::{AssetId, Balance, CheckpointId, IdentityId};
use polkadot_sdk::sp_runtime::{DispatchError, DispatchResult};

/// What identities hold of an asset, over all their accounts, free and held.
pub trait PositionInspect {
	/// Now.
	fn position(asset: AssetId, identity: IdentityId) -> Balance;

	/// Identities that hold at least one unit.
	fn holders(asset: AssetId) -> u32;

	/// What the identity held when the checkpoint was opened; `None` when no such one is open.
	fn position_at(
		asset: AssetId,
		identity: IdentityId,
		checkpoint: CheckpointId,
	) -> Option<Balance>;

	/// Units that existed when the checkpoint was opened; `None` when no such one is open. It is the
	/// sum of what all identities held.
	fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance>;
}

/// Keeps balances known as they are at a moment, for votes and distributions.
pub trait Checkpoints {
	/// Keeps the balances known as they are now. Costs the same however many hold the asset.
	///
	/// # Errors
	/// When there is no such asset, or too many of its checkpoints are open.
	fn open(asset: AssetId) -> Result<CheckpointId, DispatchError>;

	/// Lets them be forgotten.
	///
	/// # Errors
	/// When no such checkpoint is open.
	fn close(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult;
}

/// Nobody holds anything.
impl PositionInspect for () {
	fn position(_: AssetId, _: IdentityId) -> Balance {
		0
	}
	fn holders(_: AssetId) -> u32 {
		0
	}
	fn position_at(_: AssetId, _: IdentityId, _: CheckpointId) -> Option<Balance> {
		None
	}
	fn supply_at(_: AssetId, _: CheckpointId) -> Option<Balance> {
		None
	}
}

/// No moment is kept.
impl Checkpoints for () {
	fn open(_: AssetId) -> Result<CheckpointId, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn close(_: AssetId, _: CheckpointId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}
