//! The calls behind the steps of lots, bonds, mints and redemptions.

use super::{
	chain::{sent, signed},
	model::*,
	ops::*,
	setup::*,
};
use crate::tests::world::*;
use assay_primitives::{Balance, Hash, Quantity, UnitRatio};
use pallet_bonds::Call as Bonds;
use pallet_custody::{Call as Custody, CashInput, LotInput, LotValue};
use pallet_issuance::{BondTerms, Call as Issue, CashPayment};

/// The number of the chain for a place in the model.
fn number(place: &usize) -> u64 {
	u64::try_from(*place).expect("it fits")
}

/// A lot of money or paper of that quantity.
fn value(quantity: Quantity, matures_at: Option<u64>) -> LotValue {
	LotValue {
		value: quantity.max(1),
		currency: *b"CHF",
		matures_at,
	}
}

fn ids(lots: &[LotNo]) -> pallet_custody::LotIds {
	let ids: Vec<_> = lots.iter().copied().map(lot_id).collect();
	ids.try_into().expect("few")
}

pub fn lots(model: &Model, op: &Op) -> Result<(), String> {
	let by = |custodian: &Custodian| Party::Custodian(*custodian);
	let (asset, hash) = (GOLD, Hash::repeat_byte(7));
	match op {
		Op::Register(custodian, vault, francs, inputs) => {
			let asset = if *francs { FRANCS } else { GOLD };
			let input = |(number, quantity, matures): &(LotNo, Quantity, Option<Ahead>)| {
				let matures_at = matures.map(|ahead| model.at(ahead));
				LotInput {
					registry: text("ISIN"),
					value: Some(value(*quantity, matures_at)),
					..lot(&serial(*number), *quantity)
				}
			};
			let lots: Vec<_> = inputs.iter().map(input).collect();
			let (lots, list) = (lots.try_into().expect("few"), None);
			let vault = vault_id(*vault);
			let call = Custody::register_lots {
				asset,
				vault,
				lots,
				list,
			};
			sent(by(custodian), call)
		},
		Op::WithdrawLots(custodian, vault, lots) => {
			let (vault, lots, reason) = (vault_id(*vault), ids(lots), hash);
			let call = Custody::withdraw_lots {
				asset,
				vault,
				lots,
				reason,
			};
			sent(by(custodian), call)
		},
		Op::Encumber(custodian, vault, lots) => {
			let (vault, lots, document) = (vault_id(*vault), ids(lots), hash);
			let call = Custody::encumber_lots {
				asset,
				vault,
				lots,
				document,
			};
			sent(by(custodian), call)
		},
		Op::Lift(custodian, lots) => {
			let (lots, document) = (ids(lots), hash);
			sent(by(custodian), Custody::lift_encumbrance { lots, document })
		},
		Op::RemoveLots(custodian, lots) => {
			let lots = ids(lots);
			sent(by(custodian), Custody::remove_lots { lots })
		},
		_ => moves(model, op),
	}
}

/// Lots that change hands, or become money.
fn moves(model: &Model, op: &Op) -> Result<(), String> {
	let by = |custodian: &Custodian| Party::Custodian(*custodian);
	let asset = GOLD;
	match op {
		Op::Offer(custodian, [from, to], lots, until) => {
			let call = Custody::offer_lots {
				asset,
				vault: vault_id(*from),
				lots: ids(lots),
				to_custodian: scope_of(*to).custodian,
				to_vault: vault_id(*to),
				expires_at: model.at(*until),
			};
			sent(by(custodian), call)
		},
		Op::AcceptOffer(custodian, place) => {
			let offer = number(place);
			sent(by(custodian), Custody::accept_lots { offer })
		},
		Op::CancelOffer(custodian, place) => {
			let offer = number(place);
			sent(by(custodian), Custody::cancel_offer { offer })
		},
		Op::ReportCash(custodian, number, quantity, matures) => {
			let input = lot(&serial(*number), *quantity);
			let call = Custody::report_cash {
				lot: lot_id(*number),
				cash: CashInput {
					quantity: *quantity,
					value: (*quantity).max(1),
					matures_at: matures.map(|ahead| model.at(ahead)),
					basis: input.basis,
					class: input.class,
					document_hash: input.document_hash,
				},
			};
			sent(by(custodian), call)
		},
		_ => unreachable!("it is no lot's"),
	}
}

pub fn bonds(op: &Op) -> Result<(), String> {
	let by = |place: &Purpose| POSTERS[*place];
	let asset = FRANCS;
	match op {
		Op::BondTerms(francs, units) => {
			let (asset, settlement) = (GOLD, FRANCS);
			let price = UnitRatio {
				numerator: *francs,
				denominator: *units,
			};
			let terms = BondTerms { settlement, price };
			sent(Party::Issuer, Issue::propose_bond_terms { asset, terms })?;
			signed(REGISTRAR, Issue::approve_bond_terms { asset, terms })
		},
		Op::Post(place, amount) => {
			let (purpose, amount) = (purpose(*place), *amount);
			let call = Bonds::post {
				purpose,
				asset,
				amount,
			};
			sent(by(place), call)
		},
		Op::TopUp(place, amount) => {
			let (purpose, amount) = (purpose(*place), *amount);
			sent(by(place), Bonds::top_up { purpose, amount })
		},
		Op::AskBack(place, amount) => {
			let (purpose, amount) = (purpose(*place), *amount);
			sent(by(place), Bonds::request_withdrawal { purpose, amount })
		},
		Op::KeepBonded(place) => {
			let purpose = purpose(*place);
			sent(by(place), Bonds::cancel_withdrawal { purpose })
		},
		Op::TakeBack(place) => {
			let purpose = purpose(*place);
			sent(by(place), Bonds::withdraw { purpose })
		},
		Op::Collect(place, to) => {
			let (poster, beneficiary) = (account(by(place)), account(*to));
			let call = Bonds::collect {
				asset,
				poster,
				beneficiary,
			};
			sent(Party::Anyone, call)
		},
		_ => unreachable!("it is no bond"),
	}
}

pub fn issue(model: &Model, op: &Op) -> Result<(), String> {
	let asset = GOLD;
	let order = |place: &usize| Hash::from_low_u64_be(number(place) + 1);
	match op {
		Op::Mint(place, until, mints) => {
			let (mint_id, valid_until) = (order(place), model.at(*until));
			let to =
				|(holder, amount): &(Holder, Balance)| (account(Party::Holder(*holder)), *amount);
			let mints: Vec<_> = mints.iter().map(to).collect();
			match mints.as_slice() {
				[(to, amount)] => {
					let (to, amount) = (to.clone(), *amount);
					let call = Issue::mint {
						asset,
						mint_id,
						valid_until,
						to,
						amount,
					};
					signed(MINTER, call)
				},
				_ => {
					let mints = mints.try_into().expect("few");
					let call = Issue::mint_batch {
						asset,
						mint_id,
						valid_until,
						mints,
					};
					signed(MINTER, call)
				},
			}
		},
		Op::PruneOrder(place) => {
			let mint_ids = vec![order(place)].try_into().expect("one");
			sent(Party::Anyone, Issue::prune_mint_ids { asset, mint_ids })
		},
		Op::SetBucket([capacity, refill_per_day, single_mint_cap]) => {
			let call = Issue::set_bucket {
				asset,
				capacity: *capacity,
				refill_per_day: *refill_per_day,
				single_mint_cap: *single_mint_cap,
			};
			signed(CONTROLLER, call)
		},
		Op::CancelRaise => signed(CONTROLLER, Issue::cancel_raise { asset }),
		_ => unreachable!("it is no mint"),
	}
}

pub fn redeem(op: &Op) -> Result<(), String> {
	let payment = |amount: &Balance| CashPayment {
		hash: Hash::repeat_byte(5),
		amount: *amount,
		currency: *b"CHF",
	};
	let (reason, evidence, delivery) = (Hash::zero(), Hash::repeat_byte(9), Hash::repeat_byte(8));
	match op {
		Op::Request(holder, amount) => {
			let (asset, amount) = (GOLD, *amount);
			let call = Issue::request_redemption {
				asset,
				amount,
				delivery,
			};
			sent(Party::Holder(*holder), call)
		},
		Op::Accept(place) => {
			let id = number(place);
			sent(Party::Issuer, Issue::accept_redemption { id })
		},
		Op::Reject(place) => {
			let id = number(place);
			sent(Party::Issuer, Issue::reject_redemption { id, reason })
		},
		Op::Cancel(by, place) => {
			let id = number(place);
			sent(*by, Issue::cancel_redemption { id })
		},
		Op::Release(custodian, place, parts) => {
			let part = |(vault, lot, part): &(Vault, LotNo, Quantity)| {
				(vault_id(*vault), lot_id(*lot), *part)
			};
			let lots: Vec<_> = parts.iter().map(part).collect();
			let (id, lots) = (number(place), lots.try_into().expect("few"));
			let call = Issue::release_redemption { id, lots, evidence };
			sent(Party::Custodian(*custodian), call)
		},
		Op::Burn(place) => {
			let id = number(place);
			sent(Party::Anyone, Issue::burn_redemption { id })
		},
		Op::Breach(place) => {
			let id = number(place);
			sent(Party::Anyone, Issue::breach_redemption { id })
		},
		Op::ReportBlocked(place) => {
			let id = number(place);
			sent(Party::Anyone, Issue::report_blocked { id })
		},
		Op::Divert(place) => {
			let id = number(place);
			sent(Party::Anyone, Issue::divert_to_escrow { id })
		},
		Op::OfferCash(place, paid) => {
			let (id, payment) = (number(place), payment(paid));
			sent(Party::Issuer, Issue::offer_cash { id, payment })
		},
		Op::ConfirmCash(by, place, paid) => {
			let (id, payment) = (number(place), payment(paid));
			sent(*by, Issue::confirm_cash { id, payment })
		},
		Op::Prune(place) => {
			let ids = vec![number(place)].try_into().expect("one");
			sent(Party::Anyone, Issue::prune_redemptions { ids })
		},
		_ => unreachable!("it is no redemption"),
	}
}
