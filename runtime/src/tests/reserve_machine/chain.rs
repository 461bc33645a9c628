//! The same steps on the chain: signed transactions through every extension, and the council's motions.

use super::{calls, model::*, ops::*, setup::*, voices};
use crate::{
	tests::{
		bypasses,
		chain::*,
		lives::{same, Seen},
		world::*,
	},
	AllPalletsWithSystem, Runtime, RuntimeCall,
};
use assay_primitives::{Hash, Movement, ReasonCode};
use pallet_compliance::Call as Guard;
use pallet_custody::{Call as Custody, Licence, Office};
use pallet_identities::Call as Identity;
use polkadot_sdk::{
	frame_support::traits::PalletsInfoAccess,
	sp_runtime::{
		transaction_validity::{InvalidTransaction, TransactionValidityError},
		DispatchError,
	},
};

/// What the chain's side remembers between steps.
#[derive(Default)]
pub struct Chain {
	pub passed: u64,
	pub refused: u64,
	/// Refusals and kinds of steps that passed, by name, and the status of the reserve.
	pub seen: Seen,
}

/// `Pallet.Error`, and of what compliance refuses the reason.
fn named(error: DispatchError) -> String {
	let reason = ReasonCode::ALL
		.into_iter()
		.find(|reason| error == bypasses::refused(*reason));
	match (reason, error) {
		(Some(reason), _) => format!("Compliance.{reason:?}"),
		(None, DispatchError::Module(module)) => {
			let mut pallets = AllPalletsWithSystem::infos().into_iter();
			let pallet = pallets.find(|it| it.index == usize::from(module.index));
			let pallet = pallet.map_or("", |it| it.name);
			format!("{pallet}.{}", module.message.unwrap_or("?"))
		},
		(None, error) => format!("{error:?}"),
	}
}

pub fn sent(party: Party, call: impl Into<RuntimeCall>) -> Result<(), String> {
	signed(actor(party), call)
}

/// Sends a transaction: how it ended, or why it is in no block.
pub fn signed(actor: Actor, call: impl Into<RuntimeCall>) -> Result<(), String> {
	match send(actor, call) {
		Ok(outcome) => outcome.map_err(named),
		Err(TransactionValidityError::Invalid(InvalidTransaction::Custom(code))) => {
			let mut reasons = ReasonCode::ALL.into_iter();
			let reason = reasons.find(|reason| reason.code() == code);
			Err(format!("Pool.{:?}", reason.expect("it is one of ours")))
		},
		Err(error) => Err(format!("{error:?}")),
	}
}

fn council(call: impl Into<RuntimeCall>) -> Result<(), String> {
	dispatch_as_council(call).map_err(named)
}

impl Chain {
	/// Does a step that the model expects to end so, and sees that it does.
	pub fn apply(&mut self, model: &Model, op: &Op, expected: &Outcome) -> Result<(), String> {
		let done = perform(model, op);
		let name = match expected {
			Ok(()) => {
				self.passed += 1;
				let name = format!("{op:?}");
				name.split(['(', ' '])
					.next()
					.unwrap_or_default()
					.to_string()
			},
			Err(refusal) => {
				self.refused += 1;
				refusal.to_string()
			},
		};
		for name in [name, format!("Status.{:?}", model.status())] {
			*self.seen.entry(name).or_default() += 1;
		}
		same("the outcome", &done, &expected.map_err(str::to_string))
	}
}

fn perform(model: &Model, op: &Op) -> Result<(), String> {
	match op {
		Op::Pass(_) => {
			next_block_at(model.now);
			// As if blocks had come in time all along.
			pallet_issuance::Outages::<Runtime>::mutate(|clock| clock.last_block_at = model.now);
			Ok(())
		},
		Op::StandStill(_) => {
			next_block_at(model.now);
			Ok(())
		},
		Op::Set(key, value) => {
			// Votes, corridors and delays are shown elsewhere.
			pallet_reserve_governance::DefaultParameters::<Runtime>::mutate(|values| {
				values.set(*key, *value).expect("it fits the key")
			});
			Ok(())
		},
		Op::Report(..)
		| Op::WithdrawReport(_)
		| Op::Verdict(..)
		| Op::RemoveScope(..)
		| Op::Challenge(..)
		| Op::Answer(..)
		| Op::ReturnDeposit(..)
		| Op::Prove(..) => voices::perform(model, op),
		Op::Register(..)
		| Op::WithdrawLots(..)
		| Op::Encumber(..)
		| Op::Lift(..)
		| Op::RemoveLots(..)
		| Op::Offer(..)
		| Op::AcceptOffer(..)
		| Op::CancelOffer(..)
		| Op::ReportCash(..) => calls::lots(model, op),
		Op::BondTerms(..)
		| Op::Post(..)
		| Op::TopUp(..)
		| Op::AskBack(..)
		| Op::KeepBonded(_)
		| Op::TakeBack(_)
		| Op::Collect(..) => calls::bonds(op),
		Op::Mint(..) | Op::PruneOrder(_) | Op::SetBucket(_) | Op::CancelRaise => {
			calls::issue(model, op)
		},
		Op::Suspend(_)
		| Op::Reinstate(_)
		| Op::Renew(..)
		| Op::RequireBond(..)
		| Op::Freeze(..)
		| Op::Sanction(..)
		| Op::Pause(_)
		| Op::NameEscrow(_) => govern(model, op),
		_ => calls::redeem(op),
	}
}

fn govern(model: &Model, op: &Op) -> Result<(), String> {
	let office = |place: OfficeNo| match place {
		0 | 1 => (Office::Custodian, party_identity(Party::Custodian(place))),
		_ => (Office::Auditor, party_identity(Party::Auditor(place - 2))),
	};
	let reason = Hash::repeat_byte(6);
	match *op {
		Op::Suspend(place) => {
			let (office, organisation) = office(place);
			council(Custody::suspend {
				office,
				organisation,
				reason,
			})
		},
		Op::Reinstate(place) => {
			let (office, organisation) = office(place);
			council(Custody::reinstate {
				office,
				organisation,
			})
		},
		Op::Renew(place, until) => {
			let (office, organisation) = office(place);
			let valid_until = until.map(|ahead| model.at(ahead));
			let licence = Licence {
				valid_until,
				..licence()
			};
			council(Custody::renew_licence {
				office,
				organisation,
				licence,
			})
		},
		Op::RequireBond(custodian, required) => {
			let asset = FRANCS;
			let bond = |amount| pallet_custody::RequiredBond { asset, amount };
			council(Custody::set_required_bond {
				organisation: party_identity(Party::Custodian(custodian)),
				required_bond: required.map(bond),
			})
		},
		_ => restrain(op),
	}
}

/// What stands against holders, or keeps them waiting.
fn restrain(op: &Op) -> Result<(), String> {
	let (asset, case) = (GOLD, Hash::repeat_byte(6));
	match *op {
		Op::Freeze(holder, frozen) => {
			let identity = party_identity(Party::Holder(holder));
			let target = pallet_compliance::FreezeTarget::Identity(identity);
			let freeze = pallet_compliance::Freeze::Full;
			match frozen {
				true => sent(
					Party::Anyone,
					Guard::freeze {
						asset,
						target,
						freeze,
					},
				),
				false => sent(Party::Anyone, Guard::thaw { asset, target }),
			}
		},
		Op::Sanction(holder, sanction) => {
			let identity = party_identity(Party::Holder(holder));
			match sanction {
				true => council(Identity::sanction { identity, case }),
				false => council(Identity::lift_sanction { identity, case }),
			}
		},
		Op::Pause(paused) => {
			let movement = Movement::Redemption;
			match paused {
				true => council(Guard::pause { asset, movement }),
				false => council(Guard::resume { asset, movement }),
			}
		},
		Op::NameEscrow(named) => {
			let escrow = named.then(|| account(Party::Escrow));
			council(pallet_dockets::Call::set_escrow { asset, escrow })
		},
		_ => unreachable!("it is none of the council's"),
	}
}
