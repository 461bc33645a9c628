//! Redemptions when things do not go as planned: a run, a blocked holder, an outage, a breach, a
//! deficiency.

use super::{chain::*, world::*};
use crate::{Attestations, Bonds, Compliance, Issuance, Runtime};
use assay_primitives::{
	AssetId, AssetKind, Balance, BondPurpose, Hash, LotId, Moment, Movement, Quantity,
	RedemptionId, ReserveStatus, Role, UnitRatio, VaultId, DAY, SECOND,
};
use assay_traits::{GuardedLedger, ReserveInspect};
use pallet_issuance::{BondTerms, Call, Error, Event, Payee, RedemptionState};
use polkadot_sdk::{frame_support::BoundedVec, pallet_assets, sp_runtime::DispatchError};

const FRANCS: AssetId = GOLD + 1;
const FRANC: Balance = 1_000_000;
/// A gram of gold in francs.
const PRICE: Balance = 80;

fn error(error: Error<Runtime>) -> DispatchError {
	error.into()
}

fn request(amount: Balance) -> Call<Runtime> {
	Call::request_redemption {
		asset: GOLD,
		amount,
		delivery: Hash::repeat_byte(8),
	}
}

fn accept(id: RedemptionId) -> Call<Runtime> {
	Call::accept_redemption { id }
}

/// Parts of the bars of a vault, from bar `first` on, that add up to `quantity`.
fn bars(
	name: &str,
	vault: VaultId,
	first: u128,
	quantity: Quantity,
) -> Vec<(VaultId, LotId, Quantity)> {
	let bar = IN_EACH_VAULT / 25;
	(0..quantity.div_ceil(bar))
		.map(|number| {
			let serial = format!("{name} 1 {}", first + number);
			let id = pallet_custody::lot_id(b"LBMA", serial.as_bytes()).unwrap();
			(vault, id, bar.min(quantity - number * bar))
		})
		.collect()
}

fn release(id: RedemptionId, lots: Vec<(VaultId, LotId, Quantity)>) -> Call<Runtime> {
	Call::release_redemption {
		id,
		lots: BoundedVec::truncate_from(lots),
		evidence: Hash::repeat_byte(9),
	}
}

fn state(id: RedemptionId) -> RedemptionState {
	Issuance::redemption(id).expect("is kept").state
}

/// Time goes by as if in blocks that come in time; only the last is made.
fn wait(time: Moment) {
	let at = now() + time;
	next_block_at(at);
	pallet_issuance::Outages::<Runtime>::mutate(|clock| clock.last_block_at = at);
}

/// Makes a settlement asset, and gives everybody who is known some of it.
fn settlement_asset() {
	let mut francs = definition();
	francs.kind = AssetKind::Fiat;
	francs.terms.symbol = text("FRANCS");
	let terms_hash = francs.hash();
	succeed(
		ISSUER,
		pallet_asset_registry::Call::draft { definition: francs },
	);
	succeed(
		AUDITOR,
		pallet_asset_registry::Call::approve {
			asset: FRANCS,
			terms_hash,
		},
	);
	succeed(
		ISSUER,
		pallet_asset_registry::Call::grant_role {
			asset: FRANCS,
			role: Role::ComplianceOfficer,
			identity: identity(OFFICER),
			valid_until: None,
		},
	);
	succeed(
		ISSUER,
		pallet_asset_registry::Call::activate { asset: FRANCS },
	);
	as_council(pallet_asset_registry::Call::set_settlement {
		asset: FRANCS,
		settlement: true,
	});
	succeed(
		OFFICER,
		pallet_compliance::Call::set_policy {
			asset: FRANCS,
			policy: Default::default(),
		},
	);
	let amount = 1_000_000 * FRANC;
	<Compliance as GuardedLedger<_>>::mint(FRANCS, &ISSUER.account(), amount)
		.expect("the policy has no rules");
	pallet_issuance::Totals::<Runtime>::mutate(FRANCS, |totals| totals.minted += amount);
	next_block();
}

fn francs(actor: Actor) -> Balance {
	pallet_assets::Pallet::<Runtime>::balance(FRANCS, actor.account())
}

fn bonded() -> Balance {
	Bonds::bond(BondPurpose::Issuer(GOLD)).map_or(0, |view| view.bond.amount)
}

/// The issuer is bonded with so many francs, at the price of the day.
fn bond(amount: Balance) {
	settlement_asset();
	let terms = BondTerms {
		settlement: FRANCS,
		price: UnitRatio {
			numerator: PRICE,
			denominator: 1,
		},
	};
	succeed(ISSUER, Call::propose_bond_terms { asset: GOLD, terms });
	succeed(AUDITOR, Call::approve_bond_terms { asset: GOLD, terms });
	succeed(
		ISSUER,
		pallet_bonds::Call::post {
			purpose: BondPurpose::Issuer(GOLD),
			asset: FRANCS,
			amount,
		},
	);
	next_block();
}

/// Thirty holders' worth of one percent each within an hour, one after the other.
#[test]
fn a_run_on_the_issuer_ends_for_everybody_and_at_par() {
	execute(|| {
		backed_asset();
		let most = headroom();
		succeed(MINTER, mint(ANN, most / 2));
		succeed(MINTER, mint(BEN, most / 2));
		let each = most / 100;
		for round in 0..15u64 {
			next_block_at(now() + 240 * SECOND);
			succeed(ANN, request(each));
			succeed(BEN, request(each));
			// The second is not answered before the first.
			assert_eq!(
				fail(ISSUER, accept(2 * round + 1)),
				error(Error::EarlierWaiting)
			);
			succeed(ISSUER, accept(2 * round));
			succeed(ISSUER, accept(2 * round + 1));
		}
		assert_eq!(supply(), most, "all of it is held, and none is gone");
		let figures = || Attestations::figures(GOLD, now()).unwrap();
		for id in 0..30u64 {
			next_block();
			let lots = bars("Zurich", ZURICH_VAULT, u128::from(id / 2), 200_000);
			succeed(ZURICH, release(id, lots));
			assert_eq!(figures().status, ReserveStatus::Backed, "{id}");
			assert_eq!(figures().reserve, figures().claims);
			succeed(CLEO, Call::burn_redemption { id });
		}
		assert_eq!(supply(), most / 100 * 70);
		assert_eq!(figures().reserve, 2 * IN_EACH_VAULT - 30 * 200_000);
		assert_eq!(headroom(), 0, "the run gives no room to mint");
	});
}

/// 300 trillion PYUSD were minted by mistake in 2025: every cap on the way refuses it, with its reason.
#[test]
fn a_mint_a_million_times_the_usual_one_says_why_not() {
	execute(|| {
		held_asset();
		let before = supply();
		assert_eq!(
			fail(MINTER, mint(ANN, 1_000 * GRAM * 1_000_000)),
			error(Error::AboveSingleMintCap)
		);
		succeed(
			CONTROLLER,
			Call::set_bucket {
				asset: GOLD,
				capacity: Balance::MAX,
				refill_per_day: Balance::MAX,
				single_mint_cap: Balance::MAX,
			},
		);
		next_block_at(now() + 2 * DAY);
		// The controller has let go of every cap: the reserve has not.
		assert_eq!(
			fail(MINTER, mint(ANN, 1_000 * GRAM * 1_000_000)),
			error(Error::AboveReserveShare)
		);
		assert_eq!(supply(), before);
	});
}

#[test]
fn a_holder_who_becomes_ineligible_ends_in_escrow_or_by_a_docket() {
	execute(|| {
		held_asset();
		succeed(ANN, request(100 * GRAM));
		succeed(BEN, request(100 * GRAM));
		succeed(ISSUER, accept(0));
		succeed(ISSUER, accept(1));
		as_council(pallet_identities::Call::sanction {
			identity: identity(ANN),
			case: Hash::repeat_byte(7),
		});
		let claim = Issuance::redemption(0).unwrap().claim;
		let lots = || bars("Zurich", ZURICH_VAULT, 0, claim);
		assert_eq!(fail(ZURICH, release(0, lots())), error(Error::HolderBarred));
		succeed(BEN, Call::report_blocked { id: 0 });
		// It is no breach of the issuer's that it must not pay.
		wait(11 * DAY);
		assert_eq!(
			fail(BEN, Call::breach_redemption { id: 0 }),
			error(Error::HolderBarred)
		);
		wait(19 * DAY);
		as_council(pallet_dockets::Call::set_escrow {
			asset: GOLD,
			escrow: Some(CLEO.account()),
		});
		succeed(BEN, Call::divert_to_escrow { id: 0 });
		let payee = Issuance::redemption(0).unwrap().payee;
		assert_eq!(
			payee,
			Payee::Escrow {
				account: CLEO.account()
			}
		);
		succeed(ZURICH, release(0, lots()));
		succeed(BEN, Call::burn_redemption { id: 0 });
		assert_eq!(state(0), RedemptionState::Burned);
		assert_eq!(units(ANN), 900 * GRAM);
	});
}

#[test]
fn an_outage_and_a_pause_put_deadlines_off() {
	execute(|| {
		held_asset();
		succeed(ANN, request(100 * GRAM));
		let due = Issuance::due_by(0).unwrap();
		assert_eq!(due, now() + 2 * DAY);
		// WHEN all nodes stand still past the deadline
		next_block_at(due + 5 * DAY);
		// THEN the first block after it puts the deadline off by the whole gap
		let due = Issuance::due_by(0).unwrap();
		assert!(due > now(), "{due} {}", now());
		assert_eq!(
			fail(ANN, Call::breach_redemption { id: 0 }),
			error(Error::NotOverdue)
		);
		// WHEN redemptions are paused THEN the clock stands still
		as_council(pallet_compliance::Call::pause {
			asset: GOLD,
			movement: Movement::Redemption,
		});
		wait(DAY);
		assert_eq!(Issuance::due_by(0), Some(due + DAY));
		as_council(pallet_compliance::Call::resume {
			asset: GOLD,
			movement: Movement::Redemption,
		});
		let due = Issuance::due_by(0).unwrap();
		wait(due - now());
		assert_eq!(
			fail(ANN, Call::breach_redemption { id: 0 }),
			error(Error::NotOverdue)
		);
		wait(2 * SECOND);
		succeed(ANN, Call::breach_redemption { id: 0 });
	});
}

#[test]
fn a_breach_costs_the_bond_and_shuts_minting_until_it_is_cured() {
	execute(|| {
		held_asset();
		bond(1_000 * FRANC);
		succeed(ANN, request(100 * GRAM));
		succeed(ISSUER, accept(0));
		// Two percent of a hundred grams.
		let penalty = 100 * GRAM * PRICE / 50;
		assert_eq!(penalty, 160 * FRANC);
		assert_eq!(
			fail(
				ISSUER,
				pallet_bonds::Call::request_withdrawal {
					purpose: BondPurpose::Issuer(GOLD),
					amount: 1_000 * FRANC - penalty + 1,
				}
			),
			pallet_bonds::Error::<Runtime>::StillRequired.into()
		);
		wait(10 * DAY + 2 * SECOND);
		succeed(CLEO, Call::breach_redemption { id: 0 });
		assert_event(Event::RedemptionBreached {
			id: 0,
			asset: GOLD,
			holder: ANN.account(),
			by: CLEO.account(),
			owed: penalty,
			paid: penalty,
		});
		assert_eq!((francs(ANN), bonded()), (penalty, 1_000 * FRANC - penalty));
		assert_eq!(fail(MINTER, mint(BEN, GRAM)), error(Error::BreachUncured));
		// Everything else goes on.
		succeed(BEN, transfer(ANN, GRAM));
		// The holder keeps the penalty and takes the units back.
		succeed(ANN, Call::cancel_redemption { id: 0 });
		assert_eq!(units(ANN), 1_001 * GRAM);
		succeed(MINTER, mint(BEN, GRAM));
	});
}

#[test]
fn who_may_not_hold_the_settlement_asset_collects_later() {
	execute(|| {
		held_asset();
		bond(1_000 * FRANC);
		let freeze = |freeze| pallet_compliance::Call::freeze {
			asset: FRANCS,
			target: pallet_compliance::FreezeTarget::Identity(identity(ANN)),
			freeze,
		};
		succeed(OFFICER, freeze(pallet_compliance::Freeze::Full));
		succeed(ANN, request(100 * GRAM));
		wait(2 * DAY + 2 * SECOND);
		succeed(BEN, Call::breach_redemption { id: 0 });
		let penalty = 160 * FRANC;
		assert_eq!((francs(ANN), bonded()), (0, 1_000 * FRANC - penalty));
		let collect = || pallet_bonds::Call::collect {
			asset: FRANCS,
			poster: ISSUER.account(),
			beneficiary: ANN.account(),
		};
		fail(BEN, collect());
		succeed(
			OFFICER,
			pallet_compliance::Call::thaw {
				asset: FRANCS,
				target: pallet_compliance::FreezeTarget::Identity(identity(ANN)),
			},
		);
		succeed(BEN, collect());
		assert_eq!(francs(ANN), penalty);
	});
}

#[test]
fn where_a_bond_is_asked_for_the_mint_needs_it_to_the_unit() {
	execute(|| {
		backed_asset();
		bond(80 * FRANC);
		let raise = pallet_reserve_governance::Call::<Runtime>::set_parameter {
			asset: GOLD,
			key: assay_primitives::ParameterKey::BondBps,
			value: 100,
		};
		as_council(raise);
		next_block_at(now() + DAY);
		// One percent of the value: eighty francs cover a hundred grams.
		assert_eq!(
			fail(MINTER, mint(ANN, 100 * GRAM + 1)),
			error(Error::BondTooSmall)
		);
		succeed(MINTER, mint(ANN, 100 * GRAM));
		assert_eq!(fail(MINTER, mint(ANN, 1)), error(Error::BondTooSmall));
		assert_eq!(Issuance::allowance(GOLD).unwrap().mintable, 0);
		succeed(
			ISSUER,
			pallet_bonds::Call::top_up {
				purpose: BondPurpose::Issuer(GOLD),
				amount: 80 * FRANC,
			},
		);
		next_block();
		succeed(MINTER, mint(ANN, 100 * GRAM));
	});
}

#[test]
fn a_deficient_reserve_is_shared_to_the_last_grain() {
	execute(|| {
		backed_asset();
		let most = headroom();
		succeed(MINTER, mint(ANN, most / 10 * 6));
		succeed(MINTER, mint(BEN, most / 10 * 4));
		next_block();
		succeed(ANN, request(units(ANN)));
		succeed(BEN, request(units(BEN)));
		succeed(ISSUER, accept(0));
		succeed(ISSUER, accept(1));
		next_block();
		// Half of the metal is gone, and the auditor says so too.
		for (custodian, vault) in [(ZURICH, ZURICH_VAULT), (LONDON, LONDON_VAULT)] {
			attest(custodian, vault, IN_EACH_VAULT / 2, now() + 20 * DAY);
		}
		next_block();
		let figures = || Attestations::figures(GOLD, now()).unwrap();
		assert_eq!(figures().status, ReserveStatus::Deficient);
		let there = figures().reserve;
		assert_eq!(there, IN_EACH_VAULT);
		// The second is paid before the first, in two parts each, and both get half.
		for (id, part, first) in [(1, there / 10 * 2, 0), (0, there / 10 * 3, 6)] {
			let zurich = bars("Zurich", ZURICH_VAULT, first, part);
			succeed(ZURICH, release(id, zurich));
			let mut too_much = bars("London", LONDON_VAULT, first, part + 1);
			assert_eq!(
				fail(LONDON, release(id, too_much.clone())),
				error(Error::ReleaseMismatch)
			);
			too_much = bars("London", LONDON_VAULT, first, part);
			succeed(LONDON, release(id, too_much));
			assert_eq!(state(id), RedemptionState::Released);
			assert_eq!(Issuance::redemption(id).unwrap().claim, 2 * part);
			next_block();
		}
		assert_eq!(figures().reserve, 0);
		succeed(ANN, Call::burn_redemption { id: 0 });
		succeed(BEN, Call::burn_redemption { id: 1 });
		assert_eq!(supply(), 0);
	});
}
