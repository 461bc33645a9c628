use assay_primitives::{AssetId, Balance, IdentityId};

/// What identities hold of an asset, over all their accounts, free and held.
pub trait PositionInspect {
	/// Now.
	fn position(asset: AssetId, identity: IdentityId) -> Balance;

	/// Identities that hold at least one unit.
	fn holders(asset: AssetId) -> u32;
}

/// Nobody holds anything.
impl PositionInspect for () {
	fn position(_: AssetId, _: IdentityId) -> Balance {
		0
	}
	fn holders(_: AssetId) -> u32 {
		0
	}
}
