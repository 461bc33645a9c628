use crate::IdentityInspect;
use assay_primitives::{AssetId, IdentityId, Moment, Role};

/// Who may do what for an asset.
pub trait RoleInspect {
	/// Whether the identity has the role for the asset at `now`.
	fn has_role(asset: AssetId, role: Role, identity: IdentityId, now: Moment) -> bool;
}

/// Nobody may do anything.
impl RoleInspect for () {
	fn has_role(_: AssetId, _: Role, _: IdentityId, _: Moment) -> bool {
		false
	}
}

/// The identity behind `who`, if it is in good standing and has the role for the asset at `now`.
pub fn acting_identity<AccountId, Identities, Roles>(
	who: &AccountId,
	asset: AssetId,
	role: Role,
	now: Moment,
) -> Option<IdentityId>
where
	Identities: IdentityInspect<AccountId>,
	Roles: RoleInspect,
{
	Identities::active_identity_of(who)
		.filter(|identity| Roles::has_role(asset, role, *identity, now))
}
