//! Every act × every status × everyone who could be taken for somebody: each role of the asset, the
//! same role of another asset, a suspended person, and one who acts for a suspended organisation.

use super::table::{perform, prepared};
use crate::{mock::*, *};
use assay_primitives::{IdentityKind, Standing};
use polkadot_sdk::{
	frame_support::storage::with_transaction,
	sp_io::storage,
	sp_runtime::{DispatchError, StateVersion, TransactionOutcome},
};

/// What a role of the asset makes its holder.
fn parties_of(role: Role) -> &'static [Party] {
	match role {
		Role::Issuer => &[Party::Issuer, Party::Anyone],
		Role::ComplianceOfficer => &[
			Party::ComplianceOfficer,
			Party::SecondOrganisation,
			Party::Anyone,
		],
		Role::TransferAgent | Role::Trustee | Role::Custodian | Role::Auditor => {
			&[Party::SecondOrganisation, Party::Anyone]
		},
		Role::Minter | Role::MintController | Role::PriceFeeder => &[Party::Anyone],
	}
}

fn newcomer(identity: IdentityId, kind: IdentityKind, organisation: Option<IdentityId>) {
	People::mutate(|people| people.insert(identity, profile(kind, organisation)));
}

/// An organisation of its own for each role of the asset, numbered from `first` on.
fn with_roles(asset: AssetId, first: IdentityId) -> Vec<(Role, IdentityId)> {
	Role::ALL
		.into_iter()
		.filter(|role| *role != Role::Issuer)
		.zip(first..)
		.map(|(role, identity)| {
			newcomer(identity, IdentityKind::Legal, None);
			let grant = RoleGrant {
				granted_by: ISA,
				valid_until: None,
			};
			// As they are written by `grant_role`, in every status.
			Roles::<Test>::insert(asset, (role, identity), grant);
			(role, identity)
		})
		.collect()
}

/// Who signs, and what the signer counts as for the asset.
fn everyone(asset: AssetId, other: AssetId) -> Vec<(String, IdentityId, &'static [Party])> {
	let nobody: &[Party] = &[Party::Anyone];
	let mut signers: Vec<_> = with_roles(asset, 100)
		.into_iter()
		.map(|(role, identity)| (format!("{role:?}"), identity, parties_of(role)))
		.collect();
	signers.extend(
		with_roles(other, 200)
			.into_iter()
			.map(|(role, identity)| (format!("{role:?} of another asset"), identity, nobody)),
	);
	let suspended = |it: &mut assay_primitives::IdentityProfile| it.standing = Standing::Suspended;
	newcomer(300, IdentityKind::Natural, Some(ISSUER));
	set(300, suspended);
	signers.push(("a suspended person of the issuer".into(), 300, nobody));

	let firm = 301;
	newcomer(firm, IdentityKind::Legal, None);
	set(firm, suspended);
	newcomer(302, IdentityKind::Natural, Some(firm));
	for role in SECOND_ROLES {
		let grant = RoleGrant {
			granted_by: ISA,
			valid_until: None,
		};
		Roles::<Test>::insert(asset, (role, 302), grant);
	}
	signers.push(("an officer of a suspended firm".into(), 302, nobody));

	newcomer(303, IdentityKind::Legal, None);
	let expired = RoleGrant {
		granted_by: ISA,
		valid_until: Some(NOW - 1),
	};
	Roles::<Test>::insert(asset, (Role::ComplianceOfficer, 303), expired);
	signers.push(("an officer whose time is over".into(), 303, nobody));
	signers
}

#[test]
fn every_act_is_open_to_its_parties_and_to_no_other_role() {
	for status in AssetStatus::ALL {
		for act in Act::ALL {
			ExtBuilder::build().execute_with(|| {
				let other = asset_of(with_ticker("OTHER"), AssetStatus::Active);
				let asset = prepared(act, status);
				let everyone = everyone(asset, other);
				// Each has an office from the council, so that the role decides.
				if act == Act::ApproveTerms {
					ApproverSet::set(everyone.iter().map(|(_, who, _)| *who).collect());
				}
				for (name, who, parties) in everyone {
					let open = act
						.open_to(status)
						.iter()
						.any(|party| parties.contains(party));
					let cell = format!("{act:?} in {status:?} by {name}");
					with_transaction(|| {
						let root = storage::root(StateVersion::V1);
						let result = perform(act, signed(who), asset);
						let changed = root != storage::root(StateVersion::V1);
						assert_eq!(
							(result.is_ok(), changed),
							(open, open),
							"{cell}: {result:?}"
						);
						TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
					})
					.unwrap();
				}
			});
		}
	}
}
