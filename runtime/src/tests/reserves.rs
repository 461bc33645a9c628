//! What stands behind units and what shuts minting, on the composed runtime.

use super::{chain::*, reads::measure, world::*};
use crate::{Attestations, Runtime, RuntimeCall};
use assay_primitives::{
	lots_root, prove_lot, Basis, Hash, LiquidityClass, LotId, Moment, Quantity,
	ReserveParameterValues, ReserveStatus, Scope, VaultId, DAY,
};
use assay_traits::ReserveInspect;
use pallet_attestations::{
	AnswerInput, DeficiencyProof, Event, Fault, Interest, ReportInput, ScopeState, Testimony,
};
use polkadot_sdk::sp_runtime::DispatchError;

fn status() -> ReserveStatus {
	let figures = Attestations::figures(GOLD, now());
	figures.expect("the figures are there").status
}

fn states() -> Vec<ScopeState> {
	let parts = Attestations::reserve_breakdown(GOLD).expect("the figures are there");
	parts.iter().map(|part| part.state).collect()
}

fn set(change: impl FnOnce(&mut ReserveParameterValues)) {
	pallet_reserve_governance::DefaultParameters::<Runtime>::mutate(change);
}

fn insufficient() -> DispatchError {
	pallet_issuance::Error::<Runtime>::InsufficientReserve.into()
}

fn shut() -> DispatchError {
	pallet_issuance::Error::<Runtime>::MintingShut.into()
}

/// Reports what lies in a vault with something said otherwise, and has it confirmed.
fn attest_with(
	custodian: Actor,
	vault: VaultId,
	quantity: Quantity,
	change: impl FnOnce(&mut ReportInput),
) {
	let mut call = report(custodian, vault, quantity, now() + 60 * DAY);
	let RuntimeCall::Attestations(pallet_attestations::Call::submit_report { report, .. }) =
		&mut call
	else {
		unreachable!("it is a report");
	};
	change(report);
	succeed(custodian, call);
	succeed(AUDITOR, confirmation(scope(custodian, vault), quantity));
}

/// The bar that Zurich registered first.
fn bar() -> LotId {
	pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").expect("it has a serial")
}

fn ask() -> pallet_attestations::Call<Runtime> {
	pallet_attestations::Call::challenge_lots {
		scope: scope(ZURICH, ZURICH_VAULT),
		interest: Interest::Holder,
		lots: vec![bar()].try_into().expect("one"),
	}
}

fn answer() -> pallet_attestations::Call<Runtime> {
	pallet_attestations::Call::answer_challenge {
		asset: GOLD,
		vault: ZURICH_VAULT,
		answer: AnswerInput {
			challenge: 0,
			as_of: now(),
			evidence_hash: Hash::repeat_byte(1),
			evidence_uri: Default::default(),
		},
	}
}

#[test]
fn two_vaults_at_sixty_and_forty_count_in_full_and_not_one_unit_past_it() {
	for (zurich, counts) in [
		(6_000_000, 10_000_000),
		(6_000_001, 10_000_000),
		(6_000_002, 10_000_001),
	] {
		execute(|| {
			backed_asset();
			set(|values| values.max_custodian_share_bps = 6_000);
			attest_with(ZURICH, ZURICH_VAULT, zurich, |report| report.as_of = now());
			attest_with(LONDON, LONDON_VAULT, 4_000_000, |_| ());
			let most = headroom();
			assert_eq!(Some(most), UNIT.units_floor(counts), "with {zurich}");
			succeed(MINTER, mint(ANN, most));
			assert_eq!((status(), headroom()), (ReserveStatus::Backed, 0));
			// The allowance refills with time; the reserve does not.
			next_block_at(now() + DAY);
			assert_eq!(fail(MINTER, mint(ANN, 1)), insufficient());
		});
	}
}

/// Proof-of-reserve feeds went stale unnoticed: here the block in which one does shuts minting, to the
/// millisecond and for every way in which a report grows old.
#[test]
fn a_feed_that_goes_stale_shuts_minting_in_that_block_and_nothing_else() {
	let by_age: fn(Moment) -> Moment = |as_of| {
		set(|values| values.max_report_age_ms = 2 * DAY);
		as_of + 2 * DAY
	};
	let by_validity: fn(Moment) -> Moment = |as_of| as_of + 20 * DAY;
	for last_moment in [by_age, by_validity] {
		for late in [0, 1] {
			execute(|| {
				held_asset();
				let as_of = Attestations::head(scope(LONDON, LONDON_VAULT))
					.expect("it was reported")
					.as_of;
				next_block_at(last_moment(as_of) + late);
				if late == 0 {
					assert_eq!(status(), ReserveStatus::Backed);
					succeed(MINTER, mint(ANN, GRAM));
				} else {
					assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
					assert_eq!(fail(MINTER, mint(ANN, GRAM)), shut());
				}
				succeed(ANN, transfer(BEN, GRAM));
			});
		}
	}
}

/// TUSD: 99 % of the reserve moved into an illiquid fund and attested at cost.
#[test]
fn ninety_nine_percent_at_cost_shut_minting_and_the_breakdown_says_why() {
	execute(|| {
		backed_asset();
		attest_with(ZURICH, ZURICH_VAULT, 9_900_000, |_| ());
		attest_with(LONDON, LONDON_VAULT, 100_000, |_| ());
		succeed(MINTER, mint(ANN, headroom()));
		next_block();
		attest_with(ZURICH, ZURICH_VAULT, 9_900_000, |report| {
			report.basis = Basis::Cost;
			report.class = LiquidityClass::Illiquid;
		});
		let figures = Attestations::reserve_status(GOLD).expect("the figures are there");
		// 9,900,000 × 0.8 × 0.5 + 100,000
		assert_eq!(
			(figures.reserve, figures.effective),
			(10_000_000, 4_060_000)
		);
		assert_eq!(figures.status, ReserveStatus::Thin);
		assert_eq!(fail(MINTER, mint(ANN, 1)), shut());
		let parts = Attestations::reserve_breakdown(GOLD).expect("the figures are there");
		let why: Vec<_> = parts
			.iter()
			.map(|part| {
				(
					part.basis,
					part.class,
					part.counted,
					part.haircut,
					part.effective,
				)
			})
			.collect();
		assert_eq!(
			why,
			[
				(
					Basis::Cost,
					LiquidityClass::Illiquid,
					9_900_000,
					5_940_000,
					3_960_000
				),
				(Basis::Market, LiquidityClass::Liquid, 100_000, 0, 100_000),
			]
		);
		// The class alone, limited to a tenth of what is left after haircuts.
		set(|values| values.max_illiquid_share_bps = 1_000);
		let figures = Attestations::reserve_status(GOLD).expect("the figures are there");
		assert_eq!(figures.effective, 406_000 + 100_000);
		// Redemption stays at par.
		succeed(
			ANN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount: GRAM,
				delivery: Hash::repeat_byte(8),
			},
		);
	});
}

#[test]
fn age_shuts_minting_step_by_step_and_leaves_the_reserve_as_it_is() {
	execute(|| {
		backed_asset();
		set(|values| {
			values.max_report_age_ms = 10 * DAY;
			values.age_haircut_bps = 10_000;
		});
		let as_of = now();
		attest_with(ZURICH, ZURICH_VAULT, 10_000_000, |report| {
			report.as_of = as_of
		});
		attest_with(LONDON, LONDON_VAULT, 10_000_000, |report| {
			report.as_of = as_of
		});
		for (age, left) in [
			(5 * DAY, 20_000_000),
			(6 * DAY, 16_000_000),
			(9 * DAY, 4_000_000),
			(10 * DAY, 0),
		] {
			next_block_at(as_of + age);
			assert_eq!(Some(headroom()), UNIT.units_floor(left), "after {age} ms");
			let figures = Attestations::reserve_status(GOLD).expect("the figures are there");
			assert_eq!((figures.reserve, figures.effective), (20_000_000, left));
		}
		next_block_at(as_of + 10 * DAY + 2_000);
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
	});
}

/// Harbor Trade's line stayed open after default, Prime Trust could not open its own wallet: one
/// block overdue, and the gate is shut without anybody's vote or call.
#[test]
fn a_challenge_that_is_one_block_overdue_shuts_the_gate_until_it_is_answered() {
	for late in [0, 1] {
		execute(|| {
			held_asset();
			// All that both vaults cover, so that neither alone does.
			succeed(MINTER, mint(ANN, headroom() - 2 * GRAM));
			assert_eq!(
				fail(CLEO, ask()),
				pallet_attestations::Error::<Runtime>::NoInterest.into()
			);
			succeed(ANN, ask());
			let answer_by = now() + crate::parameters::AnswerPeriod::get();
			next_block_at(answer_by + late);
			let in_time = late == 0;
			if in_time {
				succeed(MINTER, mint(ANN, GRAM));
			} else {
				assert_eq!(states(), [ScopeState::Unanswered, ScopeState::Counts]);
				assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
				assert_eq!(fail(MINTER, mint(ANN, GRAM)), shut());
				// A fresh report is no answer.
				attest(ZURICH, ZURICH_VAULT, IN_EACH_VAULT, now() + DAY);
				assert_eq!(fail(MINTER, mint(ANN, GRAM)), shut());
			}
			succeed(ANN, transfer(BEN, GRAM));
			succeed(ZURICH, answer());
			assert_event(Event::ChallengeAnswered {
				scope: scope(ZURICH, ZURICH_VAULT),
				challenge: 0,
				as_of: now(),
				evidence_hash: Hash::repeat_byte(1),
				in_time,
			});
			next_block();
			succeed(MINTER, mint(ANN, GRAM));
		});
	}
}

/// What a custodian is asked to show it can neither move nor pledge to others before it has said that it
/// is there.
#[test]
fn a_bar_that_is_asked_about_stays_where_it_is_until_the_answer() {
	use pallet_custody::Call as Custody;
	execute(|| {
		held_asset();
		let lots = || pallet_custody::LotIds::try_from(vec![bar()]).expect("one");
		let offer = |expires_at| Custody::<Runtime>::offer_lots {
			asset: GOLD,
			vault: ZURICH_VAULT,
			lots: lots(),
			to_custodian: identity(LONDON),
			to_vault: LONDON_VAULT,
			expires_at,
		};
		let document = Hash::repeat_byte(7);
		succeed(ZURICH, offer(now() + 60 * DAY));
		let ways_out: Vec<(Actor, RuntimeCall)> = vec![
			(LONDON, Custody::accept_lots { offer: 0 }.into()),
			(ZURICH, offer(now() + 60 * DAY).into()),
			(
				ZURICH,
				Custody::encumber_lots {
					asset: GOLD,
					vault: ZURICH_VAULT,
					lots: lots(),
					document,
				}
				.into(),
			),
		];
		succeed(ANN, ask());
		// Before the deadline and after it.
		for late in [false, true] {
			if late {
				next_block_at(now() + crate::parameters::AnswerPeriod::get() + 1);
				assert_eq!(states(), [ScopeState::Unanswered, ScopeState::Counts]);
			}
			for (who, call) in &ways_out {
				assert_eq!(
					fail(*who, call.clone()),
					pallet_custody::Error::<Runtime>::LotChallenged.into(),
					"{call:?}"
				);
			}
		}
		succeed(ZURICH, answer());
		succeed(LONDON, ways_out[0].1.clone());
	});
}

/// Both custodians count one bar in what they report. The register says whose it is.
#[test]
fn one_bar_under_two_roots_disputes_the_scope_that_does_not_have_it() {
	execute(|| {
		held_asset();
		let list = |custodian: &str| {
			let mut list: Vec<(LotId, Quantity)> = (0..25)
				.map(|number| {
					let serial = format!("{custodian} 1 {number}");
					let lot = pallet_custody::lot_id(b"LBMA", serial.as_bytes());
					(lot.expect("it has a serial"), IN_EACH_VAULT / 25)
				})
				.collect();
			list.push((bar(), IN_EACH_VAULT / 25));
			list.sort();
			list.dedup();
			list
		};
		let (zurich, london) = (list("Zurich"), list("London"));
		for (custodian, vault, list) in [
			(ZURICH, ZURICH_VAULT, &zurich),
			(LONDON, LONDON_VAULT, &london),
		] {
			attest_with(custodian, vault, IN_EACH_VAULT, |report| {
				report.lots_root = Some(lots_root(list));
			});
		}
		let guilty = scope(LONDON, LONDON_VAULT);
		let proof = DeficiencyProof::DoublePledge {
			first: Testimony::Newest(scope(ZURICH, ZURICH_VAULT)),
			first_lot: prove_lot(&zurich, bar()).expect("it is there"),
			second: Testimony::Newest(guilty),
			second_lot: prove_lot(&london, bar()).expect("it is there"),
		};
		let prove = || pallet_attestations::Call::prove_deficiency {
			proof: Box::new(proof.clone()),
		};
		let hash = polkadot_sdk::sp_io::hashing::blake2_256(&codec::Encode::encode(&proof));
		succeed(ANN, prove());
		assert_event(Event::DeficiencyProven {
			scope: guilty,
			fault: Fault::DoublePledge,
			proof: hash.into(),
			prover: ANN.account(),
			reward: 0,
		});
		assert_eq!(states(), [ScopeState::Counts, ScopeState::Disputed]);
		assert_eq!(
			fail(BEN, prove()),
			pallet_attestations::Error::<Runtime>::AlreadyProven.into()
		);
		// A later report that is confirmed ends it.
		next_block();
		attest_with(LONDON, LONDON_VAULT, IN_EACH_VAULT, |_| ());
		assert_eq!(states(), [ScopeState::Counts; 2]);
	});
}

#[test]
fn an_auditor_on_whose_word_a_reserve_rests_cannot_leave() {
	execute(|| {
		backed_asset();
		let remove = || pallet_custody::Call::remove {
			office: pallet_custody::Office::Auditor,
			organisation: identity(AUDITOR),
		};
		assert!(dispatch_as_council(remove()).is_err());
		for (custodian, vault) in [(ZURICH, ZURICH_VAULT), (LONDON, LONDON_VAULT)] {
			succeed(
				custodian,
				pallet_attestations::Call::withdraw_report {
					asset: GOLD,
					vault,
					reason: Hash::zero(),
				},
			);
			assert!(dispatch_as_council(remove()).is_err());
			let scope = scope(custodian, vault);
			let remove_scope = || pallet_attestations::Call::remove_scope { scope };
			// Nobody vouches for the metal, which does not prove that it is gone: that is for the
			// council to say.
			assert_eq!(
				fail(ISSUER, remove_scope()),
				pallet_attestations::Error::<Runtime>::LotsPledged.into()
			);
			as_council(pallet_custody::Call::suspend {
				office: pallet_custody::Office::Custodian,
				organisation: identity(custodian),
				reason: Hash::zero(),
			});
			succeed(ISSUER, remove_scope());
		}
		as_council(remove());
	});
}

/// What a mint is gated by stands in one value per asset, whatever else is known of its scopes.
#[test]
fn challenges_faults_and_histories_cost_the_gate_no_read() {
	let reads = |prepare: fn()| {
		let mut state = genesis();
		state.execute_with(|| {
			begin_block(1, START);
			held_asset();
			prepare();
		});
		state.commit_all().expect("no transaction is open");
		let at = state.execute_with(now);
		let cost = measure(&state, || {
			let figures = Attestations::figures(GOLD, at).expect("the figures are there");
			assert!(figures.reserve > 0);
		});
		cost.reads
	};
	let plain = reads(|| ());
	let burdened = reads(|| {
		succeed(ANN, ask());
		for _ in 0..5 {
			next_block();
			attest(LONDON, LONDON_VAULT, IN_EACH_VAULT, now() + DAY);
		}
		pallet_attestations::Heads::<Runtime>::mutate_extant(scope(LONDON, LONDON_VAULT), |head| {
			head.faulted_at = Some(now())
		});
		pallet_attestations::Scopes::<Runtime>::mutate(GOLD, |records| {
			records
				.iter_mut()
				.filter(|record| record.custodian == identity(LONDON))
				.for_each(|record| record.faulted = true)
		});
	});
	println!("the figures of a reserve of two scopes: {plain} reads");
	assert_eq!(plain, burdened);
}

#[test]
fn the_history_of_a_scope_is_a_chain_that_ends_at_its_head() {
	execute(|| {
		backed_asset();
		let scope: Scope = scope(ZURICH, ZURICH_VAULT);
		for day in 1..=70u64 {
			next_block_at(START + day * DAY);
			attest(ZURICH, ZURICH_VAULT, IN_EACH_VAULT, now() + DAY);
		}
		let history = Attestations::report_history(scope);
		assert_eq!(history.len(), 64);
		for (former, entry) in history.iter().zip(history.iter().skip(1)) {
			assert_eq!(entry.link.previous_hash, former.hash);
			assert_eq!(entry.link.hash(scope), entry.hash);
		}
		let head = Attestations::head(scope).expect("it was reported");
		let newest = history.last().expect("there are many");
		assert_eq!((newest.hash, newest.link.sequence), (head.hash, 70));
	});
}
