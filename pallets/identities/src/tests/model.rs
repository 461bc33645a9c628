//! Random calls against a model in plain Rust of standing, links, replacements and organisations.

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
	Replace { by_registrar: bool, account: u8 },
	Take { account: u8 },
	Object { account: u8 },
	Settle { account: u8 },
	GiveUp { by: By, account: u8 },
	Complete { account: u8 },
	Close { account: u8 },
	Wait { ms: Moment },
}

/// Who gives a replacement up.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
	Council,
	Registrar,
	/// Another account of the identity.
	Own,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let account = 20..40u8;
	let step = prop_oneof![
		4 => standing_steps(),
		2 => (any::<bool>(), account.clone())
			.prop_map(|(person, account)| Step::Invite { person, account }),
		2 => (any::<bool>(), account.clone())
			.prop_map(|(person, account)| Step::Accept { person, account }),
		1 => account.prop_map(|account| Step::Unlink { account }),
		20 => replacement_steps(),
		1 => (0..2u8).prop_map(|organisation| Step::Join { organisation }),
		1 => (0..2u8).prop_map(|organisation| Step::Consent { organisation }),
		1 => Just(Step::Leave),
		6 => (0..PERIOD / 4).prop_map(|ms| Step::Wait { ms }),
	];
	proptest::collection::vec(step, 1..120)
}

/// Good standing is restored more often than lost, so that the rest has its turn.
fn standing_steps() -> impl Strategy<Value = Step> {
	let pair = any::<(bool, bool)>;
	prop_oneof![
		1 => pair().prop_map(|(by_council, person)| Step::Suspend { by_council, person }),
		2 => pair().prop_map(|(by_council, person)| Step::Reinstate { by_council, person }),
		1 => any::<bool>().prop_map(|person| Step::Sanction { person }),
		3 => any::<bool>().prop_map(|person| Step::Lift { person }),
	]
}

/// Of the accounts that are linked from the beginning.
fn replacement_steps() -> impl Strategy<Value = Step> {
	let by = prop_oneof![Just(By::Council), Just(By::Registrar), Just(By::Own)];
	(0..7u8, LINKED, by).prop_map(|(kind, account, by)| match kind {
		0 => Step::Replace {
			by_registrar: by != By::Own,
			account,
		},
		1 => Step::Take { account },
		2 => Step::Object { account },
		3 => Step::Settle { account },
		4 => Step::GiveUp { by, account },
		5 => Step::Complete { account },
		_ => Step::Close { account },
	})
}

/// Accounts that are linked from the beginning, the first to Anna, the others to Ben.
const LINKED: std::ops::Range<u8> = 20..22;

/// The account that takes the place of `account`.
fn successor_of(account: u8) -> u8 {
	account + 10
}

/// A replacement, as the model sees it.
struct Replaced {
	by_registrar: bool,
	stage: ReplacementStage,
	accepted: bool,
	until: Moment,
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
	replaced: BTreeMap<u8, Replaced>,
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

	/// Whether the account belongs to whoever had it in the beginning, who may act.
	fn own(&self, account: u8) -> bool {
		let place = usize::from(account - LINKED.start);
		self.links.get(&account) == Some(&place) && self.active(place)
	}

	/// Whether a replacement concerns the account.
	fn gives_way(&self, account: u8) -> bool {
		self.replaced.iter().any(|(old, replacement)| {
			let settles = replacement.stage == ReplacementStage::Settling;
			*old == account || (settles && successor_of(*old) == account)
		})
	}

	/// Links the successor of a replacement, if that may be done now.
	fn install(&mut self, account: u8) -> bool {
		// There is room for it, however many accounts there are.
		let (Some(place), Some(replacement)) = (
			self.links.get(&account).copied(),
			self.replaced.get(&account),
		) else {
			return false;
		};
		let successor = successor_of(account);
		let may = replacement.accepted && !self.links.contains_key(&successor);
		if may {
			self.links.insert(successor, place);
			self.replaced.get_mut(&account).unwrap().stage = ReplacementStage::Settling;
		}
		may
	}

	/// Does a step of a replacement, if it may be done.
	fn replace(&mut self, step: &Step) -> bool {
		use ReplacementStage::{Contested, Open, Settling};
		let stage = |account: &u8| self.replaced.get(account).map(|one| one.stage);
		match *step {
			Step::Replace {
				by_registrar,
				account,
			} => {
				let may = self
					.links
					.get(&account)
					.is_some_and(|place| self.active(*place))
					&& (by_registrar || self.own(account))
					&& !self.gives_way(account)
					&& !self.links.contains_key(&successor_of(account));
				if may {
					let until = self.now + OBJECTION;
					let (stage, accepted) = (Open, false);
					self.replaced.insert(
						account,
						Replaced {
							by_registrar,
							stage,
							accepted,
							until,
						},
					);
				}
				may
			},
			Step::Take { account } => {
				let slot = self.replaced.get_mut(&account);
				let one = slot.filter(|one| !one.accepted);
				one.map(|one| one.accepted = true).is_some()
			},
			Step::Object { account } => {
				let may = stage(&account) == Some(Open);
				if may {
					self.replaced.get_mut(&account).unwrap().stage = Contested;
				}
				may
			},
			Step::Settle { account } => stage(&account) == Some(Contested) && self.install(account),
			Step::GiveUp { by, account } => {
				let opened_by_registrar = self
					.replaced
					.get(&account)
					.is_some_and(|one| one.by_registrar);
				let may = match (stage(&account), by) {
					(Some(Open | Contested), By::Council) | (Some(Open), By::Registrar) => true,
					(Some(Open), By::Own) => !opened_by_registrar && self.own(account),
					_ => false,
				};
				if may {
					self.replaced.remove(&account);
				}
				may
			},
			Step::Complete { account } => {
				let ripe = self
					.replaced
					.get(&account)
					.is_some_and(|one| one.stage == Open && self.now > one.until);
				ripe && self.active(self.links[&account]) && self.install(account)
			},
			Step::Close { account } => {
				let may = stage(&account) == Some(Settling);
				if may {
					self.replaced.remove(&account);
					self.links.remove(&account);
				}
				may
			},
			_ => unreachable!("no step of a replacement"),
		}
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
					.is_some_and(|place| self.active(*place))
					&& !self.gives_way(account);
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
			_ => self.replace(step),
		}
	}
}

const PEOPLE: [IdentityId; 2] = [ANNA_ID, BEN_ID];
const HOUSES: [(IdentityId, AccountId); 2] = [(BANK_ID, BANK), (ISSUER_ID, ISSUER)];

/// The step as a call and its signer.
fn call_of(step: &Step) -> Option<(AccountId, Call<Test>)> {
	let one = |person: bool| PEOPLE[person as usize];
	let named = |byte: u8| AccountId::new([byte; 32]);
	let own = |account: u8| [ANNA, BEN][usize::from(account - LINKED.start)].clone();
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
		Step::Replace {
			by_registrar,
			account,
		} => (
			if by_registrar { CLERK } else { own(account) },
			Call::propose_replacement {
				old: named(account),
				new: named(successor_of(account)),
				consent: None,
			},
		),
		Step::Take { account } => (
			named(successor_of(account)),
			Call::accept_replacement {
				old: named(account),
			},
		),
		Step::Object { account } => (named(account), Call::object_replacement {}),
		Step::GiveUp { by, account } => (
			match by {
				By::Council => COUNCIL,
				By::Registrar => REGISTRAR,
				By::Own => own(account),
			},
			Call::cancel_replacement {
				old: named(account),
			},
		),
		Step::Complete { account } => (
			STRANGER,
			Call::complete_replacement {
				old: named(account),
			},
		),
		Step::Close { account } => (
			STRANGER,
			Call::close_replacement {
				old: named(account),
			},
		),
		Step::Settle { account } => (
			COUNCIL,
			Call::settle_replacement {
				old: named(account),
				case,
			},
		),
		Step::Wait { .. } => return None,
	})
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

	#[test]
	fn the_chain_does_what_the_model_does(steps in steps()) {
		ExtBuilder::build_and_execute(|| {
			let mut model = Model { now: NOW, ..Default::default() };
			for account in LINKED {
				let person = account > LINKED.start;
				for step in [Step::Invite { person, account }, Step::Accept { person, account }] {
					let (who, call) = call_of(&step).expect("it is a call");
					assert_ok!(RuntimeCall::from(call).dispatch(signed(who)));
					assert!(model.apply(&step));
				}
			}
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
			for byte in 20..40u8 {
				let there = Identity::replacement(AccountId::new([byte; 32]));
				let expected = model.replaced.get(&byte).map(|one| one.stage);
				assert_eq!(there.map(|replacement| replacement.stage), expected);
			}
			let organisation = model.organisation.map(|place| HOUSES[place as usize].0);
			assert_eq!(Identity::profile(ANNA_ID).unwrap().organisation, organisation);
		});
	}
}
