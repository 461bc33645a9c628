//! Random calls against a model in plain Rust of standing, links and organisations.

use super::*;
use polkadot_sdk::sp_runtime::traits::Dispatchable;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Suspend { by_council: bool, person: bool },
	Reinstate { by_council: bool, person: bool },
	Sanction { person: bool },
	Lift { person: bool },
	Invite { person: bool, account: u8 },
	Accept { person: bool, account: u8 },
	Unlink { account: u8 },
	Join { organisation: u8 },
	Consent { organisation: u8 },
	Leave,
	Wait { ms: Moment },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let account = 20..40u8;
	let step = prop_oneof![
		any::<(bool, bool)>().prop_map(|(by_council, person)| Step::Suspend { by_council, person }),
		any::<(bool, bool)>()
			.prop_map(|(by_council, person)| Step::Reinstate { by_council, person }),
		any::<bool>().prop_map(|person| Step::Sanction { person }),
		any::<bool>().prop_map(|person| Step::Lift { person }),
		(any::<bool>(), account.clone())
			.prop_map(|(person, account)| Step::Invite { person, account }),
		(any::<bool>(), account.clone())
			.prop_map(|(person, account)| Step::Accept { person, account }),
		account.prop_map(|account| Step::Unlink { account }),
		(0..2u8).prop_map(|organisation| Step::Join { organisation }),
		(0..2u8).prop_map(|organisation| Step::Consent { organisation }),
		Just(Step::Leave),
		(0..PERIOD / 4).prop_map(|ms| Step::Wait { ms }),
	];
	proptest::collection::vec(step, 1..80)
}

/// Two identities, Anna's and Ben's, and what has been asked of others.
#[derive(Default)]
struct Model {
	now: Moment,
	suspended: [Option<bool>; 2],
	sanctioned: [bool; 2],
	links: BTreeMap<u8, usize>,
	invited: BTreeMap<(u8, usize), Moment>,
	organisation: Option<u8>,
	asked: Option<(u8, Moment)>,
}

impl Model {
	fn active(&self, place: usize) -> bool {
		!self.sanctioned[place] && self.suspended[place].is_none()
	}

	fn room(&self, place: usize) -> bool {
		// Anna has two accounts of genesis, Ben has one.
		let first = if place == 0 { 2 } else { 1 };
		self.links.values().filter(|of| **of == place).count() + first < MAX_ACCOUNTS as usize
	}

	/// Does the step, if it may be done.
	fn apply(&mut self, step: &Step) -> bool {
		match *step {
			Step::Suspend { by_council, person } => {
				let slot = &mut self.suspended[person as usize];
				let may = *slot != Some(true) && (by_council || slot.is_none());
				if may {
					*slot = Some(by_council);
				}
				may
			},
			Step::Reinstate { by_council, person } => {
				let slot = &mut self.suspended[person as usize];
				let may = slot.is_some_and(|council| by_council || !council);
				if may {
					*slot = None;
				}
				may
			},
			Step::Sanction { person } => {
				!std::mem::replace(&mut self.sanctioned[person as usize], true)
			},
			Step::Lift { person } => {
				std::mem::replace(&mut self.sanctioned[person as usize], false)
			},
			Step::Invite { person, account } => {
				let place = person as usize;
				let may = self.active(place)
					&& !self.links.contains_key(&account)
					&& !self.invited.contains_key(&(account, place));
				if may {
					self.invited.insert((account, place), self.now + PERIOD);
				}
				may
			},
			Step::Accept { person, account } => {
				let place = person as usize;
				let may = self
					.invited
					.get(&(account, place))
					.is_some_and(|end| self.now <= *end)
					&& !self.links.contains_key(&account)
					&& self.active(place)
					&& self.room(place);
				if may {
					self.invited.remove(&(account, place));
					self.links.insert(account, place);
				}
				may
			},
			Step::Unlink { account } => {
				let may = self
					.links
					.get(&account)
					.is_some_and(|place| self.active(*place));
				if may {
					self.links.remove(&account);
				}
				may
			},
			Step::Join { organisation } => {
				let may = self.organisation != Some(organisation);
				if may {
					self.asked = Some((organisation, self.now + PERIOD));
				}
				may
			},
			Step::Consent { organisation } => {
				let may = self
					.asked
					.is_some_and(|(asked, end)| asked == organisation && self.now <= end);
				if may {
					self.asked = None;
					self.organisation = Some(organisation);
				}
				may
			},
			Step::Leave => {
				let may = self.organisation.is_some() || self.asked.is_some();
				(self.organisation, self.asked) = (None, None);
				may
			},
			Step::Wait { ms } => {
				self.now += ms;
				true
			},
		}
	}
}

const PEOPLE: [IdentityId; 2] = [ANNA_ID, BEN_ID];
const HOUSES: [(IdentityId, AccountId); 2] = [(BANK_ID, BANK), (ISSUER_ID, ISSUER)];

/// The step as a call and its signer.
fn call_of(step: &Step) -> Option<(AccountId, Call<Test>)> {
	let one = |person: bool| PEOPLE[person as usize];
	let named = |byte: u8| AccountId::new([byte; 32]);
	let authority = |council| if council { COUNCIL } else { REGISTRAR };
	let (case, identity) = (Hash::zero(), ANNA_ID);
	Some(match *step {
		Step::Suspend { by_council, person } => (
			authority(by_council),
			Call::suspend {
				identity: one(person),
			},
		),
		Step::Reinstate { by_council, person } => (
			authority(by_council),
			Call::reinstate {
				identity: one(person),
			},
		),
		Step::Sanction { person } => (
			COUNCIL,
			Call::sanction {
				identity: one(person),
				case,
			},
		),
		Step::Lift { person } => (
			COUNCIL,
			Call::lift_sanction {
				identity: one(person),
				case,
			},
		),
		Step::Invite { person, account } => (
			[ANNA, BEN][person as usize].clone(),
			Call::propose_link {
				identity: one(person),
				account: named(account),
			},
		),
		Step::Accept { person, account } => (
			named(account),
			Call::accept_link {
				identity: one(person),
			},
		),
		Step::Unlink { account } => (
			REGISTRAR,
			Call::unlink_account {
				account: named(account),
			},
		),
		Step::Join { organisation } => {
			let organisation = HOUSES[organisation as usize].0;
			(
				REGISTRAR,
				Call::propose_organisation {
					identity,
					organisation,
				},
			)
		},
		Step::Consent { organisation } => (
			HOUSES[organisation as usize].1.clone(),
			Call::accept_organisation { identity },
		),
		Step::Leave => (REGISTRAR, Call::leave_organisation { identity }),
		Step::Wait { .. } => return None,
	})
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

	#[test]
	fn the_chain_does_what_the_model_does(steps in steps()) {
		ExtBuilder::build_and_execute(|| {
			let mut model = Model { now: NOW, ..Default::default() };
			for step in &steps {
				let expected = model.apply(step);
				Present::set(model.now);
				if let Some((who, call)) = call_of(step) {
					let result = RuntimeCall::from(call).dispatch(signed(who));
					assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				}
			}
			for (place, identity) in PEOPLE.into_iter().enumerate() {
				let due = match (model.sanctioned[place], model.suspended[place]) {
					(true, _) => Standing::Sanctioned,
					(_, Some(_)) => Standing::Suspended,
					_ => Standing::Active,
				};
				assert_eq!(standing(identity), due);
			}
			for byte in 20..40u8 {
				let link = Links::<Test>::get(AccountId::new([byte; 32]));
				let expected = model.links.get(&byte).map(|place| PEOPLE[*place]);
				assert_eq!(link.map(|link| link.identity), expected);
			}
			let deposits = PROPOSAL_DEPOSIT * model.invited.len() as Balance;
			let on_hold = [ANNA, BEN].map(|who| held(HoldReason::LinkProposal, &who));
			assert_eq!(on_hold.iter().sum::<Balance>(), deposits);
			let organisation = model.organisation.map(|place| HOUSES[place as usize].0);
			assert_eq!(Identity::profile(ANNA_ID).unwrap().organisation, organisation);
		});
	}
}
