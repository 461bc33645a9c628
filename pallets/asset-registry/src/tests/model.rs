//! Random calls against a plain model of status, grants, documents and deposits.

use crate::{mock::*, *};
use assay_traits::{AssetInspect, RoleInspect};
use proptest::{collection::vec, prelude::*};
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: [IdentityId; 8] = [ISSUER, ISA, REGISTRAR, RITA, VAULT, VERA, AUDIT, NINA];
const GRANTED: [Role; 5] = [
	Role::Minter,
	Role::MintController,
	Role::Custodian,
	Role::Auditor,
	Role::ComplianceOfficer,
];

#[derive(Clone, Debug)]
enum Step {
	Act {
		act: Act,
		who: usize,
	},
	Grant {
		role: usize,
		to: usize,
		lasts: Moment,
	},
	Revoke {
		role: usize,
		from: usize,
	},
	Document {
		kind: u16,
		lasts: Moment,
	},
	Wait {
		time: Moment,
	},
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let lifecycle = [
		Act::Approve,
		Act::Activate,
		Act::Suspend,
		Act::Resume,
		Act::WindDown,
		Act::Retire,
	];
	let step = prop_oneof![
		4 => (0..lifecycle.len(), 0..=PEOPLE.len())
			.prop_map(move |(act, who)| Step::Act { act: lifecycle[act], who }),
		4 => (0..GRANTED.len(), 0..PEOPLE.len(), 0..20u64)
			.prop_map(|(role, to, lasts)| Step::Grant { role, to, lasts }),
		1 => (0..GRANTED.len(), 0..PEOPLE.len())
			.prop_map(|(role, from)| Step::Revoke { role, from }),
		2 => (0..3u16, 0..20u64).prop_map(|(kind, lasts)| Step::Document { kind, lasts }),
		2 => (1..10u64).prop_map(|time| Step::Wait { time }),
	];
	vec(step, 1..40)
}

fn organisation(identity: IdentityId) -> IdentityId {
	match identity {
		ISA => ISSUER,
		RITA => REGISTRAR,
		VERA => VAULT,
		other => other,
	}
}

struct Model {
	status: AssetStatus,
	grants: BTreeMap<(Role, IdentityId), Moment>,
	documents: BTreeMap<u16, Moment>,
	filed: Balance,
	now: Moment,
}

impl Model {
	fn holds(&self, role: Role, identity: IdentityId) -> bool {
		self.grants
			.get(&(role, identity))
			.is_some_and(|until| self.now <= *until)
	}

	fn other(role: Role) -> Option<Role> {
		[
			(Role::Minter, Role::MintController),
			(Role::Custodian, Role::Auditor),
		]
		.into_iter()
		.find_map(|(a, b)| match role {
			_ if role == a => Some(b),
			_ if role == b => Some(a),
			_ => None,
		})
	}

	fn has(&self, role: Role, identity: IdentityId) -> bool {
		let barred =
			Self::other(role).is_some_and(|other| self.grants.contains_key(&(other, identity)));
		self.holds(role, identity) || (!barred && self.holds(role, organisation(identity)))
	}

	fn in_force(&self) -> bool {
		self.documents.values().all(|until| self.now <= *until)
	}

	/// The status that follows when `who`, or the council, performs the act.
	fn after(&self, act: Act, who: Option<IdentityId>) -> Option<AssetStatus> {
		use AssetStatus::*;
		let issuer = who.is_some_and(|who| organisation(who) == ISSUER);
		let approver = who.is_some_and(|who| organisation(who) == REGISTRAR);
		let officer = who.is_some_and(|who| self.has(Role::ComplianceOfficer, who));
		match (act, self.status) {
			(Act::Approve, Draft) if approver => Some(Registered),
			(Act::Activate, Registered) if issuer && self.in_force() => Some(Active),
			(Act::Suspend, Active) if officer || who.is_none() => Some(Suspended),
			(Act::Resume, Suspended) if who.is_none() => Some(Active),
			(Act::WindDown, Active) if issuer => Some(WindingDown),
			(Act::WindDown, Suspended) if who.is_none() => Some(WindingDown),
			(Act::Retire, WindingDown) if issuer => Some(Retired),
			_ => None,
		}
	}

	fn may_grant(&self, role: Role, to: IdentityId) -> bool {
		let keeper = matches!(role, Role::Custodian | Role::Auditor);
		let legal = organisation(to) == to && to != NINA;
		!matches!(self.status, AssetStatus::Draft | AssetStatus::Retired)
			&& !(keeper && (to == ISSUER || !legal))
			&& !Self::other(role).is_some_and(|other| self.grants.contains_key(&(other, to)))
	}
}

fn apply(model: &mut Model, asset: AssetId, step: Step) -> Result<(), TestCaseError> {
	match step {
		Step::Act { act, who } => {
			let who = PEOPLE.get(who).copied();
			let origin = who.map_or(signed(COUNCIL), signed);
			let result = match act {
				Act::Approve => Registry::approve(origin, asset, gold().hash()),
				Act::Activate => Registry::activate(origin, asset),
				Act::Suspend => Registry::suspend(origin, asset),
				Act::Resume => Registry::resume(origin, asset),
				Act::WindDown => Registry::wind_down(origin, asset),
				_ => Registry::retire(origin, asset),
			};
			let next = model.after(act, who);
			prop_assert_eq!(
				result.is_ok(),
				next.is_some(),
				"{:?} by {:?}: {:?}",
				act,
				who,
				result
			);
			model.status = next.unwrap_or(model.status);
		},
		Step::Grant { role, to, lasts } => {
			let (role, to, until) = (GRANTED[role], PEOPLE[to], model.now + lasts);
			let result = Registry::grant_role(signed(ISA), asset, role, to, Some(until));
			prop_assert_eq!(
				result.is_ok(),
				model.may_grant(role, to),
				"{:?} {:?}",
				role,
				result
			);
			if result.is_ok() {
				model.grants.insert((role, to), until);
			}
		},
		Step::Revoke { role, from } => {
			let key = (GRANTED[role], PEOPLE[from]);
			let result = Registry::revoke_role(signed(PEOPLE[from]), asset, key.0, key.1);
			prop_assert_eq!(result.is_ok(), model.grants.remove(&key).is_some());
		},
		Step::Document { kind, lasts } => {
			let until = model.now + lasts;
			let filing = opinion(Some(until));
			let kind_on_chain = DocumentKind::Other(kind);
			let result = Registry::add_document(signed(ISA), asset, kind_on_chain, filing);
			let full = model.status == AssetStatus::Draft && model.filed == 32;
			prop_assert_eq!(
				result.is_ok(),
				model.status != AssetStatus::Retired && !full
			);
			if result.is_ok() {
				model.documents.insert(kind, until);
				model.filed += 1;
			}
		},
		Step::Wait { time } => {
			model.now += time;
			Clock::set(model.now);
		},
	}
	Ok(())
}

fn compare(model: &Model, asset: AssetId) -> Result<(), TestCaseError> {
	prop_assert_eq!(status(asset), model.status);
	prop_assert_eq!(
		<Registry as AssetInspect>::documents_in_force(asset, model.now),
		model.in_force()
	);
	prop_assert_eq!(held(ISA), ASSET_DEPOSIT + model.filed * DOCUMENT_DEPOSIT);
	let granted: BTreeSet<_> = Roles::<Test>::iter_key_prefix(asset).collect();
	prop_assert_eq!(
		granted,
		model.grants.keys().copied().collect::<BTreeSet<_>>()
	);
	for role in GRANTED {
		for identity in PEOPLE {
			prop_assert_eq!(
				<Registry as RoleInspect>::has_role(asset, role, identity, model.now),
				model.has(role, identity),
				"{:?} {}",
				role,
				identity
			);
		}
	}
	for identity in PEOPLE {
		let both = |a, b| model.has(a, identity) && model.has(b, identity);
		prop_assert!(
			!both(Role::Minter, Role::MintController),
			"{} is both",
			identity
		);
		prop_assert!(
			!both(Role::Custodian, Role::Auditor),
			"{} is both",
			identity
		);
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(200))]

	#[test]
	fn the_registry_does_what_the_model_does(steps in steps()) {
		ExtBuilder::build().execute_with(|| {
			let asset = drafted();
			let mut model = Model {
				status: AssetStatus::Draft,
				grants: BTreeMap::new(),
				documents: BTreeMap::new(),
				filed: 0,
				now: NOW,
			};
			for step in steps {
				apply(&mut model, asset, step)?;
				compare(&model, asset)?;
			}
			Registry::do_try_state().unwrap();
			Ok::<(), TestCaseError>(())
		})?;
	}
}
