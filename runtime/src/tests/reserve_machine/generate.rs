//! What happens next, drawn by lot with an eye on the model, so that much of it is close to a limit.

use super::{
	custodians, holders,
	model::*,
	ops::*,
	progress::progress,
	setup::{LOT, OWNERS},
};
use crate::tests::lives::Lots;
use assay_primitives::{Balance, Moment, ParameterKey, Quantity, DAY};

/// As far ahead as moments are of interest.
const SOON: Moment = 40 * DAY;

/// A figure or its neighbours.
pub fn near(lots: &mut Lots, figure: u128) -> u128 {
	match lots.below(4) {
		0 => figure + 1,
		1 => figure.saturating_sub(1),
		_ => figure,
	}
}

/// Up to a figure.
pub fn upto(lots: &mut Lots, figure: u128) -> u128 {
	1 + u128::from(lots.draw()) % figure.max(1)
}

pub fn ahead(moment: Moment, now: Moment) -> Ahead {
	let (moment, now) = (i64::try_from(moment), i64::try_from(now));
	moment.expect("it fits") - now.expect("it fits")
}

pub fn days(days: i64) -> Ahead {
	days * 86_400_000
}

/// A moment to come, or rarely one that has passed.
pub fn later(lots: &mut Lots, most: i64) -> Ahead {
	match lots.percent(6) {
		true => lots.one_of(&[0, -1, 1]),
		false => i64::try_from(lots.draw() % 86_400_000).expect("it fits") * most,
	}
}

/// Moments at which something ends or begins.
fn moments(model: &Model) -> Vec<Moment> {
	let mut moments = vec![];
	for scope in &model.scopes {
		if let Some(report) = &scope.report {
			let oldest = report.as_of + model.values.max_report_age_ms;
			let half = report.as_of + model.values.max_report_age_ms / 2;
			moments.extend([report.valid_until, oldest, half]);
		}
		moments.extend(scope.challenges.iter().map(|it| it.answer_by));
	}
	moments.extend(model.deficient_since.map(|since| since + STANDS));
	moments.extend(model.offices.iter().filter_map(|it| it.until));
	moments.extend(model.bucket.raise.map(|(_, at)| at));
	let bonds = model.bonds.iter().flatten();
	moments.extend(bonds.filter_map(|it| it.asked_back).map(|(_, at)| at));
	moments.extend(model.lots.iter().flatten().filter_map(|it| it.matures_at));
	moments.extend(model.offers.iter().flatten().map(|it| it.until));
	moments.extend(model.orders.values());
	for it in &model.redemptions {
		if it.is_owed() {
			moments.push(model.due_by(it));
			moments.extend(it.breach.map(|breach| breach.at + BREACH_END));
			if let Payee::Blocked { since, seen } = it.payee {
				moments.extend([since + BLOCKED, seen + RECHECK]);
			}
		}
		if let (Some(at), false) = (it.closed_at, it.gone) {
			moments.push(at + HISTORY);
		}
	}
	moments
}

fn time(lots: &mut Lots, model: &Model) -> Op {
	let mut moments = moments(model);
	moments.retain(|at| (model.now..model.now + SOON).contains(at));
	let time = match lots.below(100) {
		0..=59 if !moments.is_empty() => {
			let at = lots.one_of(&moments) + lots.draw() % 3;
			at.saturating_sub(model.now + 1)
		},
		0..=89 => lots.draw() % (DAY / 8),
		90..=98 => lots.draw() % (3 * DAY),
		_ => 95 * DAY,
	};
	match lots.percent(88) {
		true => Op::Pass(time),
		false if lots.percent(50) => Op::StandStill(time),
		false => Op::StandStill(OUTAGE - 1 + lots.draw() % 3),
	}
}

/// A parameter, often back where it hinders nobody.
fn parameter(lots: &mut Lots) -> Op {
	use ParameterKey::*;
	let key = lots.one_of(&ParameterKey::ALL);
	let day = DAY;
	let values: &[u64] = match key {
		RequiredCoverageBps => &[10_000, 10_001, 10_500, 12_000],
		ConfirmationQuorum => &[1, 1, 2],
		MaxReportAgeMs => &[2 * day, 10 * day, 30 * day],
		ToleranceBps => &[0, 10, 100],
		BasisHaircutBps => &[0, 2_000, 3_333],
		IlliquidHaircutBps => &[0, 5_000, 10_000],
		MaxCustodianShareBps => &[10_000, 6_000, 3_333, 1],
		MintBucketBps => &[10_000, 10_000, 5_000, 0],
		AcceptDeadlineMs => &[2 * day, day],
		ReleaseDeadlineMs => &[10 * day, day],
		BreachPenaltyBps => &[200, 333, 0],
		AgeHaircutBps => &[0, 5_000, 10_000],
		MaxIlliquidShareBps => &[10_000, 3_000, 0],
		BondBps => &[0, 0, 100, 333],
	};
	Op::Set(key, lots.one_of(values))
}

fn mint(lots: &mut Lots, model: &Model) -> Op {
	if model.headroom() == 0 && lots.percent(80) {
		return progress(lots, model);
	}
	let (headroom, cap) = (model.headroom(), model.bucket.limits[2]);
	let figures = [
		headroom,
		headroom,
		model.level(),
		cap,
		model.reserve_share(),
		model.bond_room(),
	];
	let figure = lots.one_of(&figures).min(2 * headroom + 1_000);
	let amount = match lots.below(20) {
		0..=4 => near(lots, figure),
		5..=9 => upto(lots, figure),
		10..=17 => upto(lots, figure.min(20_000)),
		18 => 20_000,
		_ => 0,
	};
	let (one, other) = (lots.below(3), lots.below(3));
	let mints = match lots.below(10) {
		0..=6 => vec![(one, amount)],
		7 if lots.percent(5) => vec![],
		_ => vec![(one, amount / 3), (other, amount - amount / 3)],
	};
	let known = model.orders.keys().next_back().map_or(0, |last| last + 1);
	let order = if lots.percent(97) {
		known
	} else {
		lots.below(known)
	};
	let until = match lots.below(50) {
		0 => -1,
		1 => VALID + i64::try_from(lots.below(2)).expect("it fits"),
		_ => days(1),
	};
	Op::Mint(order, until, mints)
}

fn bucket(lots: &mut Lots, model: &Model) -> Op {
	let order = lots.below(model.orders.len() + 1);
	let mut figure = |old: Balance| match lots.below(4) {
		0 => old / 2,
		1 => old + 50_000,
		2 => upto(lots, 400_000),
		_ => old,
	};
	let limits = model.bucket.limits.map(&mut figure);
	match lots.below(10) {
		0..=3 => Op::SetBucket(limits),
		4 => Op::BondTerms(upto(lots, 9), upto(lots, 9)),
		5 | 6 => Op::CancelRaise,
		_ => Op::PruneOrder(model.orders.keys().nth(order).copied().unwrap_or(99_999)),
	}
}

/// Parts of a custodian's lots that come to so much, if there is so much.
pub fn gather(
	lots: &mut Lots,
	model: &Model,
	custodian: Custodian,
	mut wanted: Quantity,
) -> Vec<(Vault, LotNo, Quantity)> {
	let mut parts = vec![];
	let from = lots.below(model.lots.len());
	for step in 0..model.lots.len() {
		let number = (from + step) % model.lots.len();
		let Some(lot) = &model.lots[number] else {
			continue;
		};
		let fits = lot.lien == Some(Lien::Asset) && OWNERS[lot.vault] == custodian;
		if fits && wanted > 0 {
			let part = lot.quantity.min(wanted);
			parts.push((lot.vault, number, part));
			wanted -= part;
		}
	}
	parts
}

fn release(lots: &mut Lots, model: &Model, place: usize) -> Op {
	let custodian = lots.below(2);
	let rest = model.redemptions.get(place).map_or(1, |it| {
		let due = model.due_now(it).unwrap_or(it.claim);
		due.saturating_sub(it.released)
	});
	let wanted = match lots.below(8) {
		0 => rest / 2,
		1 => rest + 1,
		2 => upto(lots, rest),
		_ => rest,
	};
	let mut parts = gather(lots, model, custodian, wanted);
	match lots.below(30) {
		0 => parts.extend(parts.first().copied()),
		1 => parts.push((lots.below(3), lots.below(model.lots.len()), 1)),
		2 => parts.clear(),
		3 => parts.iter_mut().take(1).for_each(|part| part.2 = 0),
		_ => {},
	}
	Op::Release(custodian, place, parts)
}

/// A redemption in one of these stages, the first or any; rarely one in another stage, or one that there
/// is not. None where no redemption fits.
fn in_stage(lots: &mut Lots, model: &Model, stages: &[Stage]) -> Option<usize> {
	let fits = |place: &usize| {
		let it = &model.redemptions[*place];
		stages.contains(&it.stage) && !it.gone
	};
	let all: Vec<usize> = (0..model.redemptions.len()).filter(fits).collect();
	match lots.below(20) {
		0 => Some(lots.below(model.redemptions.len() + 1)),
		1..=9 => all.first().copied(),
		_ if all.is_empty() => None,
		_ => Some(lots.one_of(&all)),
	}
}

fn request(lots: &mut Lots, model: &Model) -> Op {
	let holder = lots.below(3);
	let free = model.purses[holder].free;
	if free < MINIMUM && lots.percent(90) {
		return mint(lots, model);
	}
	let amount = match lots.below(12) {
		0 => near(lots, MINIMUM),
		1 => near(lots, free),
		2 | 3 => free / WHOLE * WHOLE,
		4 => upto(lots, free) / WHOLE * WHOLE,
		_ => MINIMUM + upto(lots, (free / 4).min(9_000)) / WHOLE * WHOLE,
	};
	Op::Request(holder, amount)
}

fn redemption(lots: &mut Lots, model: &Model) -> Op {
	use Stage::*;
	let due: &[Stage] = &[Accepted, Breached];
	let owed: &[Stage] = &[Requested, Accepted, Breached];
	let kind = lots.below(100);
	let place = match kind {
		0..=19 => None,
		20..=31 => in_stage(lots, model, &[Requested]),
		32..=45 | 79..=92 => in_stage(lots, model, due),
		46..=53 => in_stage(lots, model, &[Released]),
		54..=96 => in_stage(lots, model, owed),
		_ => in_stage(lots, model, &[Burned, Cancelled, Released]),
	};
	let Some(place) = place else {
		return request(lots, model);
	};
	let known = model.redemptions.get(place);
	let holder = known.map_or(0, |it| it.holder);
	let payee = match known.map(|it| it.payee) {
		Some(Payee::Escrow) => Party::Escrow,
		_ => Party::Holder(holder),
	};
	let anybody = [Party::Holder(lots.below(3)), Party::Escrow, Party::Anyone];
	let by = if lots.percent(80) {
		payee
	} else {
		lots.one_of(&anybody)
	};
	let holder = if lots.percent(70) {
		Party::Holder(holder)
	} else {
		lots.one_of(&anybody)
	};
	let offered = known.and_then(|it| it.cash).map_or(0, |(amount, _)| amount);
	match kind {
		20..=28 => Op::Accept(place),
		29..=31 => Op::Reject(place),
		32..=45 => release(lots, model, place),
		46..=53 => Op::Burn(place),
		54..=63 => Op::Cancel(holder, place),
		64..=71 => Op::Breach(place),
		72..=78 => Op::ReportBlocked(place),
		79..=85 => Op::OfferCash(place, upto(lots, 3)),
		86..=92 => {
			let paid = if lots.percent(85) { offered } else { 9 };
			Op::ConfirmCash(by, place, paid)
		},
		93..=96 => Op::Divert(place),
		_ => Op::Prune(place),
	}
}

fn council(lots: &mut Lots, model: &Model) -> Op {
	let (office, holder) = (lots.below(4), lots.below(3));
	match lots.below(100) {
		0..=9 => Op::Suspend(office),
		10..=21 => Op::Reinstate(office),
		22..=36 => {
			let until = lots.percent(70).then(|| later(lots, 9));
			Op::Renew(office, until)
		},
		37..=46 => {
			let custodian = lots.below(2);
			let bonded = model.bonded(1 + custodian);
			let required = lots.percent(60).then(|| near(lots, bonded));
			Op::RequireBond(custodian, required)
		},
		47..=59 => Op::Freeze(holder, lots.percent(50)),
		60..=74 => Op::Sanction(holder, lots.percent(45)),
		75..=89 => Op::Pause(lots.percent(35)),
		_ => Op::NameEscrow(lots.percent(70)),
	}
}

fn bond(lots: &mut Lots, model: &Model) -> Op {
	let place = lots.below(3);
	let (bonded, required) = (model.bonded(place), model.required_bond(place));
	let spare = bonded.saturating_sub(required);
	let kind = match (model.bonds[place].is_some(), lots.percent(6)) {
		(false, false) => 8,
		(true, false) => 25 + lots.below(75),
		(_, true) => lots.below(100),
	};
	match kind {
		0..=7 => Op::BondTerms(upto(lots, 9), upto(lots, 9)),
		8..=24 => Op::Post(place, upto(lots, 40_000)),
		25..=44 => {
			let poster = super::setup::POSTERS[place];
			let purse = model.francs.get(&poster).copied().unwrap_or(0);
			let amount = match lots.below(12) {
				0 => near(lots, purse),
				1 => 0,
				_ => upto(lots, 20_000),
			};
			Op::TopUp(place, amount)
		},
		45..=64 => {
			let figure = lots.one_of(&[spare, bonded]);
			let amount = match lots.below(4) {
				0 => upto(lots, spare),
				1 => figure,
				_ => near(lots, figure),
			};
			Op::AskBack(place, amount)
		},
		65..=68 => Op::KeepBonded(place),
		69..=87 => Op::TakeBack(place),
		_ => {
			let mut waiting = model.uncollected.keys();
			let fallback = (place, Party::Holder(lots.below(3)));
			let (place, to) = waiting.next().copied().unwrap_or(fallback);
			Op::Collect(place, to)
		},
	}
}

/// The next step.
pub fn next(lots: &mut Lots, model: &Model) -> Op {
	let near_now = |at: &Moment| at.abs_diff(model.now) <= 2;
	if moments(model).iter().any(near_now) && lots.percent(50) {
		return match lots.below(8) {
			0..=2 => mint(lots, model),
			3..=5 => redemption(lots, model),
			6 => bond(lots, model),
			_ => custodians::speak(lots, model),
		};
	}
	match lots.below(1_000) {
		0..=109 => mint(lots, model),
		110..=134 => bucket(lots, model),
		135..=334 => redemption(lots, model),
		335..=574 => progress(lots, model),
		575..=639 => time(lots, model),
		640..=704 => custodians::speak(lots, model),
		705..=739 => custodians::speak_late(lots, model),
		740..=789 => holders::doubt(lots, model),
		790..=889 => custodians::handle(lots, model, LOT),
		890..=934 => bond(lots, model),
		935..=974 => council(lots, model),
		_ => parameter(lots),
	}
}
