//! Everything that the model knows, read from the chain.

use super::{model::*, ops::*, setup::*, worth::claim_ceil};
use crate::{
	tests::{chain::now, lives::same, world::*},
	Attestations, Bonds, Compliance, Custody, Issuance, Runtime,
};
use assay_primitives::{AssetId, Balance, ReserveStatus};
use assay_traits::SupplyInspect;
use pallet_custody::LotStatus;
use std::collections::BTreeMap;

/// Sees that chain and model agree on all that may have changed.
pub fn compare(model: &Model) -> Result<(), String> {
	same("the time", &now(), &model.now)?;
	books(model)?;
	reserve(model)?;
	allowance(model)?;
	for vault in 0..OWNERS.len() {
		scope(model, vault).map_err(|it| format!("vault {vault}: {it}"))?;
	}
	for (number, lot) in model.lots.iter().enumerate() {
		lots(number, lot.as_ref()).map_err(|it| format!("lot {number}: {it}"))?;
	}
	for (place, offer) in model.offers.iter().enumerate() {
		let number = u64::try_from(place).expect("it fits");
		let on_chain = Custody::offer(number).map(|it| (it.quantity, it.expires_at));
		let expected = offer.as_ref().map(|it| (it.quantity, it.until));
		same(&format!("offer {place}"), &on_chain, &expected)?;
	}
	for place in 0..POSTERS.len() {
		bond(model, place).map_err(|it| format!("bond {place}: {it}"))?;
	}
	// What has ended does not change any more; the last ones show that it has ended well.
	for (place, it) in model.redemptions.iter().enumerate() {
		let recent = place + 8 >= model.redemptions.len();
		if recent || it.is_open() {
			redemption(model, place, it).map_err(|it| format!("redemption {place}: {it}"))?;
		}
	}
	Ok(())
}

/// Total and held units of a party.
fn position(asset: AssetId, party: Party) -> (Balance, Balance) {
	let position = Compliance::position(asset, party_identity(party)).unwrap_or_default();
	(position.total, position.held)
}

/// Supply, and who has it: equal to the unit.
fn books(model: &Model) -> Result<(), String> {
	same("the supply", &supply(), &model.supply())?;
	same(
		"minted less burned",
		&(model.minted - model.burned),
		&model.supply(),
	)?;
	let totals = pallet_issuance::Totals::<Runtime>::get(GOLD);
	let expected = (model.minted, model.burned);
	same(
		"minted and burned",
		&(totals.minted, totals.burned),
		&expected,
	)?;
	let outstanding = <Issuance as SupplyInspect>::outstanding(GOLD);
	same("the units outstanding", &outstanding, &model.outstanding())?;
	for (holder, purse) in model.purses.iter().enumerate() {
		let open = model
			.redemptions
			.iter()
			.filter(|it| it.holder == holder && it.is_open());
		let held: Balance = open.map(|it| it.amount).sum();
		same("units held by redemptions", &held, &purse.held)?;
		let units = position(GOLD, Party::Holder(holder));
		let expected = (purse.free + purse.held, purse.held);
		same(&format!("units of holder {holder}"), &units, &expected)?;
	}
	for party in parties() {
		let free = model.francs.get(&party).copied().unwrap_or(0);
		let mut held = 0;
		for (place, poster) in POSTERS.into_iter().enumerate() {
			let waits = model.uncollected.iter().filter(|((it, _), _)| *it == place);
			let waits: Balance = waits.map(|(_, amount)| amount).sum();
			held += if poster == party {
				model.bonded(place) + waits
			} else {
				0
			};
		}
		let francs = position(FRANCS, party);
		same(
			&format!("francs of {party:?}"),
			&francs,
			&(free + held, held),
		)?;
	}
	Ok(())
}

fn reserve(model: &Model) -> Result<(), String> {
	let worth = model.worth();
	let figures = Attestations::reserve_status(GOLD).map_err(|it| format!("{it:?}"))?;
	let units = model.outstanding();
	let parts = Attestations::reserve_breakdown(GOLD).map_err(|it| format!("{it:?}"))?;
	let on_chain: BTreeMap<_, _> = parts
		.iter()
		.map(|part| {
			(
				part.scope.vault,
				(format!("{:?}", part.state), part.counted),
			)
		})
		.collect();
	let expected: BTreeMap<_, _> = model
		.parts()
		.into_iter()
		.map(|(vault, state, counted)| (vault_id(vault), (format!("{state:?}"), counted)))
		.collect();
	same("what each scope counts for", &on_chain, &expected)?;
	let effective: u128 = parts.iter().map(|part| part.effective).sum();
	same("the sum of the parts", &effective, &figures.effective)?;
	same("the reserve", &figures.reserve, &worth.reserve)?;
	same(
		"the effective reserve",
		&figures.effective,
		&worth.effective,
	)?;
	same("the claims", &figures.claims, &claim_ceil(units))?;
	same(
		"what is required",
		&figures.required,
		&model.required(units),
	)?;
	let status = model.status();
	same("the status", &figures.status, &status)?;
	// To the unit: all of it may be minted, and not one more.
	let most = Attestations::headroom(GOLD).map_err(|it| format!("{it:?}"))?;
	same("the headroom", &most, &model.headroom())?;
	let from = model.deficient_since.map(|since| since + STANDS);
	same(
		"from when on it is shared",
		&Issuance::pro_rata_from(GOLD),
		&from,
	)?;
	if status == ReserveStatus::Backed {
		let covered =
			claim_ceil(units) <= worth.reserve && model.required(units) <= worth.effective;
		same("whether units are covered", &covered, &true)?;
	}
	Ok(())
}

fn allowance(model: &Model) -> Result<(), String> {
	let allowance = Issuance::allowance(GOLD).ok_or("there is a bucket")?;
	let limits = |it: pallet_issuance::Limits| [it.capacity, it.refill_per_day, it.single_mint_cap];
	let bucket = &model.bucket;
	same("the limits", &limits(allowance.limits), &bucket.limits)?;
	let raise = allowance
		.raise
		.map(|it| (limits(it.limits), it.effective_at));
	same("the raise", &raise, &bucket.raise)?;
	same("the level", &allowance.level, &model.level())?;
	same(
		"the share",
		&allowance.reserve_share,
		&model.reserve_share(),
	)?;
	let uncured = u32::try_from(model.uncured()).expect("few");
	same("uncured breaches", &allowance.uncured_breaches, &uncured)?;
	let room = model.bond_room();
	same("the room of the bond", &allowance.bond_room, &room)?;
	let most = [
		model.level(),
		bucket.limits[2],
		model.reserve_share(),
		model.headroom(),
		room,
	];
	let mintable = match uncured {
		0 => most.into_iter().min().unwrap_or(0),
		_ => 0,
	};
	same("what may be minted", &allowance.mintable, &mintable)
}

fn scope(model: &Model, vault: Vault) -> Result<(), String> {
	let scope = &model.scopes[vault];
	let head = Attestations::head(scope_of(vault)).map(|it| (it.as_of, it.faulted_at));
	let expected = scope.reported.map(|as_of| (as_of, scope.faulted_at));
	same("the head", &head, &expected)?;
	let open = Attestations::challenges(scope_of(vault)).into_iter();
	let open: Vec<_> = open
		.map(|it| (it.id, it.answer_by, it.deposit > 0))
		.collect();
	let expected = scope.challenges.iter();
	let expected: Vec<_> = expected
		.map(|it| (it.id, it.answer_by, !it.returned))
		.collect();
	same("the challenges", &open, &expected)
}

fn lots(number: LotNo, lot: Option<&Lot>) -> Result<(), String> {
	let on_chain = Custody::lot(lot_id(number)).map(|it| {
		let state = match it.status {
			LotStatus::Stored => LotState::Stored,
			LotStatus::Released => LotState::Released,
			LotStatus::Encumbered => LotState::Encumbered,
		};
		let lien = it.lien.map(|asset| match asset {
			GOLD => Lien::Asset,
			_ => Lien::Francs,
		});
		let matures_at = it.value.and_then(|value| value.matures_at);
		(it.vault, state, lien, it.quantity, matures_at)
	});
	let expected = lot.map(|it| {
		(
			vault_id(it.vault),
			it.state,
			it.lien,
			it.quantity,
			it.matures_at,
		)
	});
	same("the register", &on_chain, &expected)
}

fn bond(model: &Model, place: Purpose) -> Result<(), String> {
	let view = Bonds::bond(purpose(place));
	let on_chain = view.map(|it| {
		let asked_back = it.bond.withdrawal.map(|it| (it.amount, it.available_at));
		(it.bond.amount, asked_back, it.required)
	});
	let expected = model.bonds[place].as_ref();
	let expected = expected.map(|it| (it.amount, it.asked_back, model.required_bond(place)));
	same(
		"amount, what is asked back, what is required",
		&on_chain,
		&expected,
	)?;
	for party in parties() {
		let claim = Bonds::claim(FRANCS, account(POSTERS[place]), account(party));
		let waits = model.uncollected.get(&(place, party)).copied();
		same(
			&format!("what waits for {party:?}"),
			&claim,
			&waits.unwrap_or(0),
		)?;
	}
	if place == 0 {
		let at_risk = pallet_issuance::PenaltiesAtRisk::<Runtime>::get(GOLD);
		same("penalties at risk", &at_risk, &model.at_risk())?;
	}
	Ok(())
}

fn redemption(model: &Model, place: usize, it: &Redemption) -> Result<(), String> {
	let id = u64::try_from(place).expect("it fits");
	let Some(on_chain) = Issuance::redemption(id) else {
		return same("whether nothing is kept of it", &true, &it.gone);
	};
	same("whether it is kept", &true, &!it.gone)?;
	let state = format!("{:?}", on_chain.state);
	same("the state", &state, &format!("{:?}", it.stage))?;
	let amounts = (on_chain.amount, on_chain.claim, on_chain.released());
	same(
		"units, claim, part",
		&amounts,
		&(it.amount, it.claim, it.released),
	)?;
	let breach = on_chain.breach.map(|it| Breach {
		at: it.at,
		owed: it.owed,
		paid: it.paid,
	});
	same("the breach", &breach, &it.breach)?;
	same("the penalty", &on_chain.penalty, &it.penalty)?;
	let payee = match on_chain.payee {
		pallet_issuance::Payee::Holder => Payee::Holder,
		pallet_issuance::Payee::Blocked { since, seen } => Payee::Blocked { since, seen },
		pallet_issuance::Payee::Escrow { .. } => Payee::Escrow,
	};
	same("who is paid", &payee, &it.payee)?;
	let cash = on_chain.cash.map(|it| (it.payment.amount, it.settled));
	same("the money", &cash, &it.cash)?;
	same("when it ended", &on_chain.closed_at, &it.closed_at)?;
	let due_by = it.is_owed().then(|| model.due_by(it));
	same("when it is due", &Issuance::due_by(id), &due_by)
}
