use crate::IdentityInspect;
use assay_primitives::{AssetId, IdentityId, IdentityKind, Moment, Role, Standing};

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

/// The organisation that an identity acts for, if that is a legal one in good standing. `None` for a
/// human being who acts for none: nobody becomes a second organisation by leaving the first.
pub fn acting_organisation<AccountId, Identities>(identity: IdentityId) -> Option<IdentityId>
where
	Identities: IdentityInspect<AccountId>,
{
	let organisation = Identities::organisation_of(identity)?;
	let profile = Identities::profile(organisation)?;
	(profile.kind == IdentityKind::Legal && profile.standing == Standing::Active)
		.then_some(organisation)
}

/// The identity behind `who`, if it has the role for the asset at `now`, and it and the organisation
/// it acts for are in good standing: nobody acts for a suspended organisation, whoever got the role.
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
	let identity = Identities::active_identity_of(who)?;
	let organisation = Identities::organisation_of(identity)?;
	let may_act = organisation == identity
		|| Identities::profile(organisation)
			.is_some_and(|profile| profile.standing == Standing::Active);
	(may_act && Roles::has_role(asset, role, identity, now)).then_some(identity)
}
