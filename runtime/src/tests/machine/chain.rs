//! The same steps on the chain: signed transactions through every extension.

use super::{
	acts::Expected,
	model::{Model, Outcome},
	officers::{control, identities},
	ops::*,
	setup::*,
	verdict::Wish,
};
use crate::{
	tests::{bypasses, chain::*, lives::same, world::*},
	Compliance, Issuance, Runtime, RuntimeCall, RuntimeEvent,
};
use assay_primitives::{
	AccountId, Balance, CheckpointId, Hash, IdentityId, Moment, ReasonCode, DAY,
};
use assay_traits::Checkpoints;
use pallet_dockets::{Call as Dockets, DocketKind};
use pallet_identities::Call as Identity;
use polkadot_sdk::{
	pallet_assets, pallet_multisig, pallet_proxy, pallet_utility,
	sp_runtime::{DispatchError, MultiAddress},
};

use std::collections::BTreeSet;

type Guard = pallet_compliance::Call<Runtime>;
type Redemptions = pallet_issuance::Call<Runtime>;

/// What the chain remembers between steps and the model need not know.
#[derive(Default)]
pub struct Chain {
	orders: u64,
	attested_at: Moment,
	released: Balance,
	/// Checkpoints that are open.
	checkpoints: Vec<CheckpointId>,
	/// Movements allowed and refused, as seen.
	pub allowed: u64,
	pub refused: u64,
	/// Reasons that were told.
	pub seen: BTreeSet<u8>,
}

fn address(account: Account) -> MultiAddress<AccountId, ()> {
	MultiAddress::Id(id(account))
}

pub fn person(model: &Model, person: Person) -> IdentityId {
	model.holders[person].identity
}

/// What an error says as the model puts it.
fn told(error: DispatchError) -> Outcome {
	let reason = ReasonCode::ALL
		.into_iter()
		.find(|reason| error == bypasses::refused(*reason));
	Err(reason)
}

/// How a transaction ended: a numbered reason where one is told.
pub fn outcome(actor: Actor, call: impl Into<RuntimeCall>) -> Outcome {
	match send(actor, call) {
		Ok(Ok(())) => Ok(()),
		Ok(Err(error)) => told(error),
		Err(_) => Err(None),
	}
}

/// How a call of the whole council ended.
pub fn motion(call: impl Into<RuntimeCall>) -> Outcome {
	dispatch_as_council(call).map_err(|_| None)
}

impl Chain {
	/// Does a step that the model expects to end so, and sees that it does.
	pub fn apply(&mut self, model: &Model, op: &Op, expected: &Expected) -> Result<(), String> {
		match op {
			Op::Pass(_) => {
				next_block_at(model.now);
				// As if blocks had come in time all along: what outages do is shown elsewhere.
				pallet_issuance::Outages::<Runtime>::mutate(|clock| {
					clock.last_block_at = model.now
				});
				Ok(())
			},
			Op::Ask(questions) => self.ask(model, questions),
			Op::Do(who, carrier, acts) => self.carry(model, *who, *carrier, acts, expected),
			_ => {
				let outcome = self.order(model, op);
				let Expected::Ends {
					outcome: expected, ..
				} = expected
				else {
					return Err("only holders are not admitted".to_string());
				};
				if let Err(Some(reason)) = expected {
					self.seen.insert(reason.code());
				}
				same("the outcome", &outcome, expected)
			},
		}
	}

	fn carry(
		&mut self,
		model: &Model,
		who: Account,
		carrier: Carrier,
		acts: &[Act],
		expected: &Expected,
	) -> Result<(), String> {
		let calls: Vec<RuntimeCall> = acts.iter().map(|act| call(model, act)).collect();
		let first = calls[0].clone();
		let proxied = || {
			RuntimeCall::from(pallet_proxy::Call::proxy {
				real: address(who),
				force_proxy_type: None,
				call: Box::new(first.clone()),
			})
		};
		let (signer, call) = match carrier {
			Carrier::Own => (who, first),
			Carrier::Batch => (who, pallet_utility::Call::batch { calls }.into()),
			Carrier::BatchAll => (who, pallet_utility::Call::batch_all { calls }.into()),
			Carrier::ForceBatch => (who, pallet_utility::Call::force_batch { calls }.into()),
			Carrier::Proxy(delegate) => (delegate, proxied()),
			Carrier::HiddenProxy(delegate) => {
				let calls = vec![proxied()];
				(delegate, pallet_utility::Call::batch_all { calls }.into())
			},
			Carrier::Multisig(member) => {
				let others = MEMBERS.into_iter().filter(|other| *other != member);
				let as_multi = pallet_multisig::Call::as_multi_threshold_1 {
					other_signatories: others.map(id).collect(),
					call: Box::new(first),
				};
				(member, as_multi.into())
			},
		};
		self.sent(actor(signer), call, expected)
	}

	fn sent(&mut self, actor: Actor, call: RuntimeCall, expected: &Expected) -> Result<(), String> {
		let in_pool = pool(actor, call.clone());
		let ended = send(actor, call);
		match expected {
			Expected::NotAdmitted(reason) => {
				self.refused += 1;
				self.seen.insert(reason.code());
				same("the pool", &in_pool, &refusal(*reason))?;
				let in_block = ended.map(|_| ());
				same("the block", &in_block, &refusal(*reason))
			},
			Expected::Ends { outcome, pool } => {
				let told_there = pool.map_or(Ok(()), refusal);
				same("the pool", &in_pool, &told_there)?;
				let ended = match ended {
					Ok(Ok(())) => Ok(()),
					Ok(Err(error)) => told(error),
					Err(error) => return Err(format!("not in the block: {error:?}")),
				};
				same("the outcome", &ended, outcome)?;
				if let Some(reason) = pool {
					self.seen.insert(reason.code());
					same("the event", &refused_for(), &Some(*reason))?;
				}
				if let Err(Some(reason)) = outcome {
					self.seen.insert(reason.code());
				}
				*if outcome.is_ok() {
					&mut self.allowed
				} else {
					&mut self.refused
				} += 1;
				Ok(())
			},
		}
	}

	/// Asks for every reason, in the dry run that everybody may ask.
	fn ask(
		&mut self,
		model: &Model,
		questions: &[(Account, Account, Balance, Option<Account>)],
	) -> Result<(), String> {
		for (from, to, amount, spender) in questions {
			let refusals =
				Compliance::can_transfer(GOLD, id(*from), id(*to), *amount, spender.map(id));
			let told: Vec<ReasonCode> = refusals.iter().map(|refusal| refusal.reason).collect();
			let wish = Wish {
				spender: *spender,
				..Wish::transfer(*from, *to, *amount)
			};
			let what = format!("the dry run of {wish:?}");
			same(&what, &told, &model.reasons(&wish))?;
			self.seen.extend(told.iter().map(|reason| reason.code()));
		}
		Ok(())
	}

	/// Steps of people in office.
	fn order(&mut self, model: &Model, op: &Op) -> Outcome {
		match op {
			Op::Mint(mints) => self.mint(mints),
			Op::Release(place, whole) => self.release(*place, *whole),
			Op::OpenCheckpoint => {
				let opened = <Compliance as Checkpoints>::open(GOLD);
				let number = opened.map_err(|_| None)?;
				self.checkpoints.push(number);
				Ok(())
			},
			Op::CloseCheckpoint(place) => {
				let place = Some(*place).filter(|place| *place < self.checkpoints.len());
				let number = self.checkpoints.remove(place.ok_or(None)?);
				<Compliance as Checkpoints>::close(GOLD, number).map_err(|_| None)
			},
			Op::Prune(persons) => {
				let numbers: Vec<_> = persons.iter().map(|it| person(model, *it)).collect();
				let identities = numbers.try_into().expect("few");
				let asset = GOLD;
				// It fails where nothing was to be forgotten, and changes nothing that is asked.
				let _ = outcome(OFFICER, Guard::prune_positions { asset, identities });
				Ok(())
			},
			Op::Accept(place) => {
				let id = Model::number(*place);
				outcome(ISSUER, Redemptions::accept_redemption { id })
			},
			Op::RejectRedemption(place) => {
				let (id, reason) = (Model::number(*place), Hash::repeat_byte(2));
				outcome(ISSUER, Redemptions::reject_redemption { id, reason })
			},
			Op::Propose(by, order) => {
				self.orders += 1;
				let case = Hash::from_low_u64_be(self.orders);
				let (asset, kind) = (GOLD, kind(*order));
				outcome(agent(*by), Dockets::propose { asset, kind, case })
			},
			Op::Approve(by, place) => {
				let docket = Model::docket_number(*place);
				outcome(agent(*by), Dockets::approve { docket })
			},
			Op::Reject(by, place) => {
				let (docket, reason) = (Model::docket_number(*place), Hash::repeat_byte(3));
				outcome(agent(*by), Dockets::reject { docket, reason })
			},
			Op::Withdraw(by, place) => {
				let docket = Model::docket_number(*place);
				outcome(agent(*by), Dockets::withdraw { docket })
			},
			Op::Renew(by, place) => {
				let docket = Model::docket_number(*place);
				outcome(agent(*by), Dockets::renew { docket })
			},
			Op::Remove(place) => {
				let docket = Model::docket_number(*place);
				outcome(OFFICER, Dockets::remove { docket })
			},
			_ => match control(model, op) {
				Some(outcome) => outcome,
				None => identities(model, op),
			},
		}
	}

	fn mint(&mut self, mints: &[(Account, Balance)]) -> Outcome {
		if now() > self.attested_at + DAY {
			self.attested_at = now();
			attest_anew(self.released);
		}
		self.orders += 1;
		let (asset, valid_until) = (GOLD, now() + DAY);
		let mint_id = Hash::from_low_u64_be(self.orders);
		let listed: Vec<_> = mints.iter().map(|(to, units)| (id(*to), *units)).collect();
		match listed.as_slice() {
			[(to, amount)] => {
				let (to, amount) = (to.clone(), *amount);
				outcome(
					MINTER,
					Redemptions::mint {
						asset,
						mint_id,
						valid_until,
						to,
						amount,
					},
				)
			},
			_ => {
				let mints = listed.try_into().expect("few");
				outcome(
					MINTER,
					Redemptions::mint_batch {
						asset,
						mint_id,
						valid_until,
						mints,
					},
				)
			},
		}
	}

	fn release(&mut self, place: usize, whole: bool) -> Outcome {
		let id = Model::number(place);
		let owed = Issuance::redemption(id).map_or(1, |it| it.claim - it.released());
		let part = if whole { owed } else { owed / 2 };
		let released = outcome(ZURICH, release(id, part));
		if released.is_ok() {
			self.released += part;
		}
		released
	}
}

fn agent(agent: Agent) -> Actor {
	match agent {
		Agent::Officer => OFFICER,
		Agent::TransferAgent => AGENT,
	}
}

/// The reason that the last refused transfer of the ledger was refused for.
fn refused_for() -> Option<ReasonCode> {
	events().into_iter().rev().find_map(|event| match event {
		RuntimeEvent::Compliance(pallet_compliance::Event::TransferRefused { reason, .. }) => {
			Some(reason)
		},
		_ => None,
	})
}

fn kind(order: Order) -> DocketKind<AccountId> {
	match order {
		Order::Transfer(from, to, amount) => DocketKind::ForcedTransfer {
			from: id(from),
			to: id(to),
			amount,
		},
		Order::Seizure(from, to, amount) => DocketKind::Seizure {
			from: id(from),
			to: id(to),
			amount,
		},
		Order::Recovery(from, to) => DocketKind::Recovery {
			from: id(from),
			to: id(to),
		},
		Order::Wipe(from, amount) => DocketKind::Wipe {
			from: id(from),
			amount,
		},
	}
}

fn raw(raw: Raw) -> pallet_assets::Call<Runtime> {
	let asset = GOLD.into();
	match raw {
		Raw::Transfer(to, amount) => pallet_assets::Call::transfer {
			id: asset,
			target: address(to),
			amount,
		},
		Raw::KeepAlive(to, amount) => pallet_assets::Call::transfer_keep_alive {
			id: asset,
			target: address(to),
			amount,
		},
		Raw::Approved(from, to, amount) => pallet_assets::Call::transfer_approved {
			id: asset,
			owner: address(from),
			destination: address(to),
			amount,
		},
		Raw::All(to, keep_alive) => pallet_assets::Call::transfer_all {
			id: asset,
			dest: address(to),
			keep_alive,
		},
	}
}

/// The call of a holder's act.
fn call(model: &Model, act: &Act) -> RuntimeCall {
	let asset = GOLD;
	match *act {
		Act::Raw(it) => raw(it).into(),
		Act::Guarded(to, amount) => {
			let (to, reference) = (address(to), None);
			Guard::transfer {
				asset,
				to,
				amount,
				reference,
			}
			.into()
		},
		Act::GuardedFrom(from, to, amount) => {
			let (from, to, reference) = (address(from), address(to), None);
			Guard::transfer_from {
				asset,
				from,
				to,
				amount,
				reference,
			}
			.into()
		},
		Act::Approve(delegate, amount) => pallet_assets::Call::approve_transfer {
			id: GOLD.into(),
			delegate: address(delegate),
			amount,
		}
		.into(),
		Act::CancelApproval(delegate) => pallet_assets::Call::cancel_approval {
			id: GOLD.into(),
			delegate: address(delegate),
		}
		.into(),
		Act::Redeem(amount) => {
			let delivery = Hash::repeat_byte(8);
			Redemptions::request_redemption {
				asset,
				amount,
				delivery,
			}
			.into()
		},
		Act::CancelRedemption(place) => {
			let id = Model::number(place);
			Redemptions::cancel_redemption { id }.into()
		},
		Act::Burn(place) => {
			let id = Model::number(place);
			Redemptions::burn_redemption { id }.into()
		},
		Act::OptIn => Guard::opt_in { asset }.into(),
		Act::OptOut(it) => {
			let identity = person(model, it);
			Guard::opt_out { asset, identity }.into()
		},
		Act::Answer(place) => {
			let docket = Model::docket_number(place);
			let statement = Hash::repeat_byte(1);
			Dockets::answer { docket, statement }.into()
		},
		Act::Object => Identity::object_replacement {}.into(),
	}
}
