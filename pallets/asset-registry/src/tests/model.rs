//! Random calls against a plain model of status, grants, documents, deposits and changes of terms.

use crate::{mock::*, *};
use assay_traits::{AssetInspect, RoleInspect};
use proptest::{collection::vec, prelude::*};
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: [IdentityId; 8] = [ISSUER, ISA, REGISTRAR, RITA, VAULT, VERA, AUDIT, NINA];
/// Whoever is not among the people: the council.
const COUNCIL_SEAT: IdentityId = IdentityId::MAX;
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
	Terms {
		act: Act,
		who: usize,
	},
	Hold {
		units: Balance,
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
	// Each with whom it is meant for, so that changes of terms get far.
	let of_terms = [
		(3, Act::ProposeTerms, ISA),
		(3, Act::ApproveTerms, AUDIT),
		(2, Act::ObjectToTerms, NINA),
		(2, Act::ConfirmTerms, COUNCIL_SEAT),
		(4, Act::ApplyTerms, VERA),
		(1, Act::WithdrawTerms, ISSUER),
	];
	let of_terms = proptest::strategy::Union::new_weighted(
		of_terms
			.into_iter()
			.map(|(weight, act, meant)| {
				let meant = PEOPLE.iter().position(|it| *it == meant);
				let meant = Just(meant.unwrap_or(PEOPLE.len()));
				let who = prop_oneof![3 => meant, 1 => 0..=PEOPLE.len()];
				(weight, who.prop_map(move |who| Step::Terms { act, who }))
			})
			.collect(),
	);
	let step = prop_oneof![
		4 => (0..lifecycle.len(), 0..=PEOPLE.len())
			.prop_map(move |(act, who)| Step::Act { act: lifecycle[act], who }),
		4 => (0..GRANTED.len(), 0..PEOPLE.len(), 0..20u64)
			.prop_map(|(role, to, lasts)| Step::Grant { role, to, lasts }),
		1 => (0..GRANTED.len(), 0..PEOPLE.len())
			.prop_map(|(role, from)| Step::Revoke { role, from }),
		2 => (0..3u16, 0..20u64).prop_map(|(kind, lasts)| Step::Document { kind, lasts }),
		12 => of_terms,
		2 => (0..2u128).prop_map(|units| Step::Hold { units }),
		3 => (1..12u64).prop_map(|time| Step::Wait { time }),
	];
	vec(step, 1..200)
}

fn organisation(identity: IdentityId) -> IdentityId {
	match identity {
		ISA => ISSUER,
		RITA => REGISTRAR,
		VERA => VAULT,
		other => other,
	}
}

/// Whether somebody is of an organisation with an office; the issuer's counts for others' assets.
fn is_approver(identity: IdentityId) -> bool {
	[REGISTRAR, AUDIT].contains(&organisation(identity))
}

struct Model {
	status: AssetStatus,
	grants: BTreeMap<(Role, IdentityId), Moment>,
	documents: BTreeMap<u16, Moment>,
	filed: Balance,
	/// Whether the terms are the pledged ones.
	pledged: bool,
	change: Option<Change>,
	/// What Nina holds.
	held: Balance,
	now: Moment,
}

/// A change to the terms that are not in force.
#[derive(Clone, Copy)]
struct Change {
	stage: ChangeStage,
	proposed_by: IdentityId,
	due: Option<Moment>,
	lapses: Moment,
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
		let approver = who.is_some_and(is_approver);
		let officer = who.is_some_and(|who| self.has(Role::ComplianceOfficer, who));
		match (act, self.status) {
			(Act::Approve, Draft) if approver => Some(Registered),
			(Act::Activate, Registered) if issuer && self.in_force() => Some(Active),
			(Act::Suspend, Active) if officer || who.is_none() => Some(Suspended),
			(Act::Resume, Suspended) if who.is_none() => Some(Active),
			(Act::WindDown, Active) if issuer => Some(WindingDown),
			(Act::WindDown, Suspended) if who.is_none() => Some(WindingDown),
			(Act::Retire, WindingDown) if issuer && self.held == 0 => Some(Retired),
			_ => None,
		}
	}

	/// What becomes of the terms when `who`, or the council, performs the act: the change that is
	/// open then, and whether the terms are the pledged ones.
	fn terms_after(&self, act: Act, who: Option<IdentityId>) -> Option<(Option<Change>, bool)> {
		use ChangeStage::*;
		let issuer = who.is_some_and(|who| organisation(who) == ISSUER);
		let second = who.is_some_and(|who| {
			let watches = |role| GRANTED.contains(&role) && self.has(role, who);
			is_approver(who) && SECOND_ROLES.into_iter().any(watches)
		});
		if matches!(self.status, AssetStatus::Draft | AssetStatus::Retired) {
			return None;
		}
		let in_time = |change: &Change| self.now <= change.lapses;
		let Some(change) = self.change else {
			let by = who.filter(|_| act == Act::ProposeTerms && issuer)?;
			return Some((Some(self.proposed(by)), self.pledged));
		};
		let due = change.due.is_some_and(|due| due <= self.now);
		let to = |stage| Some((Some(Change { stage, ..change }), self.pledged));
		match (act, change.stage) {
			(Act::ProposeTerms, _) if issuer && !in_time(&change) => {
				Some((Some(self.proposed(who?)), self.pledged))
			},
			(Act::ApproveTerms, Proposed) if second && in_time(&change) => {
				let due = self.now + TERMS_DELAY;
				let approved = Change {
					stage: Approved,
					due: Some(due),
					lapses: due + TERMS_PERIOD,
					..change
				};
				(who != Some(change.proposed_by)).then_some((Some(approved), self.pledged))
			},
			(Act::ObjectToTerms, _) if who.is_none() => Some((None, self.pledged)),
			(Act::ObjectToTerms, Approved) if who == Some(NINA) && self.held > 0 && !due => {
				to(Contested)
			},
			(Act::ConfirmTerms, Contested) if who.is_none() && in_time(&change) => to(Confirmed),
			(Act::ApplyTerms, Approved | Confirmed)
				if due && in_time(&change) && self.status != AssetStatus::Suspended =>
			{
				Some((None, !self.pledged))
			},
			(Act::WithdrawTerms, _) if issuer => Some((None, self.pledged)),
			_ => None,
		}
	}

	fn proposed(&self, by: IdentityId) -> Change {
		Change {
			stage: ChangeStage::Proposed,
			proposed_by: by,
			due: None,
			lapses: self.now + TERMS_PERIOD,
		}
	}

	fn definition(pledged: bool) -> AssetDefinition {
		if pledged {
			pledged_gold()
		} else {
			gold()
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
			if model.status == AssetStatus::Retired {
				model.change = None;
			}
		},
		Step::Terms { act, who } => apply_terms(model, asset, act, PEOPLE.get(who).copied())?,
		Step::Hold { units } => {
			Positions::set(asset, NINA, units);
			model.held = units;
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

fn apply_terms(
	model: &mut Model,
	asset: AssetId,
	act: Act,
	who: Option<IdentityId>,
) -> Result<(), TestCaseError> {
	let origin = who.map_or(signed(COUNCIL), signed);
	let new = Model::definition(!model.pledged);
	let result = match act {
		Act::ProposeTerms => Registry::propose_terms(origin, asset, new),
		Act::ApproveTerms => Registry::approve_terms(origin, asset, new.hash()),
		Act::ObjectToTerms => Registry::object_to_terms(origin, asset),
		Act::ConfirmTerms => Registry::confirm_terms(origin, asset),
		Act::ApplyTerms => Registry::apply_terms(origin, asset),
		_ => Registry::withdraw_terms(origin, asset),
	};
	let next = model.terms_after(act, who);
	prop_assert_eq!(
		result.is_ok(),
		next.is_some(),
		"{:?} by {:?}: {:?}",
		act,
		who,
		result
	);
	(model.change, model.pledged) = next.unwrap_or((model.change, model.pledged));
	Ok(())
}

fn compare(model: &Model, asset: AssetId) -> Result<(), TestCaseError> {
	prop_assert_eq!(status(asset), model.status);
	prop_assert_eq!(
		<Registry as AssetInspect>::documents_in_force(asset, model.now),
		model.in_force()
	);
	prop_assert_eq!(
		Terms::<Test>::get(asset),
		Some(Model::definition(model.pledged).terms)
	);
	prop_assert_eq!(
		TermChanges::<Test>::get(asset).map(|it| (it.stage, it.effective_at, it.lapses_at)),
		model.change.map(|it| (it.stage, it.due, it.lapses))
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
	#![proptest_config(ProptestConfig::with_cases(256))]

	#[test]
	fn the_registry_does_what_the_model_does(steps in steps(), active in any::<bool>()) {
		ExtBuilder::build().execute_with(|| {
			let mut model = Model {
				status: AssetStatus::Draft,
				grants: BTreeMap::new(),
				documents: BTreeMap::new(),
				filed: 0,
				pledged: false,
				change: None,
				held: 0,
				now: NOW,
			};
			// Half of the runs start from an active asset with an officer, to reach the late steps.
			let asset = if active {
				model.status = AssetStatus::Active;
				model.grants.insert((Role::ComplianceOfficer, AUDIT), Moment::MAX);
				asset_in(AssetStatus::Active)
			} else {
				drafted()
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
