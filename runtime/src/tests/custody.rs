//! Where the reserve is, on the composed runtime: one bar counts once, whatever happens to it.

use super::{chain::*, world::*};
use crate::{Attestations, Custody, Runtime};
use assay_primitives::{
	AssetId, AssetKind, Basis, Hash, LiquidityClass, LotId, Moment, Quantity, ReserveStatus, Role,
	Scope, SECOND,
};
use assay_traits::{CustodyInspect, ReserveInspect};
use pallet_custody::{Licence, LotValue, Office, RequiredBond};
use polkadot_sdk::sp_runtime::DispatchError;

const HOUR: Moment = 3_600 * SECOND;
const DAY: Moment = 24 * HOUR;
/// A bar of 400 ounces.
const BAR: Quantity = IN_EACH_VAULT / 25;

fn custody(error: pallet_custody::Error<Runtime>) -> DispatchError {
	error.into()
}

fn id(serial: &str) -> LotId {
	pallet_custody::lot_id(b"LBMA", serial.as_bytes()).expect("plain ASCII")
}

fn ids(serials: &[&str]) -> pallet_custody::LotIds {
	let ids: Vec<_> = serials.iter().map(|serial| id(serial)).collect();
	ids.try_into().expect("few")
}

fn reserve(asset: AssetId) -> Quantity {
	reserve_at(asset, now())
}

fn reserve_at(asset: AssetId, moment: Moment) -> Quantity {
	Attestations::figures(asset, moment)
		.expect("in figures")
		.reserve
}

fn status() -> ReserveStatus {
	Attestations::figures(GOLD, now())
		.expect("in figures")
		.status
}

/// A report of the scope that speaks of `as_of`, confirmed.
fn attest_as_of(custodian: Actor, scope: Scope, as_of: Moment, quantity: Quantity) {
	let mut call = report(custodian, scope.vault, quantity, now() + 20 * DAY);
	if let crate::RuntimeCall::Attestations(pallet_attestations::Call::submit_report {
		asset,
		report,
		..
	}) = &mut call
	{
		*asset = scope.asset;
		report.as_of = as_of;
	}
	succeed(custodian, call);
	let head = pallet_attestations::Heads::<Runtime>::get(scope).expect("was reported");
	let confirmation = pallet_attestations::ConfirmationInput {
		report: head.hash,
		quantity,
		verdict: pallet_attestations::Verdict::Confirms,
		evidence_hash: Hash::repeat_byte(5),
	};
	succeed(
		AUDITOR,
		pallet_attestations::Call::confirm {
			scope,
			confirmation,
		},
	);
}

fn register(who: Actor, vault: u32, serial: &str) -> pallet_custody::Call<Runtime> {
	let _ = who;
	pallet_custody::Call::register_lots {
		asset: GOLD,
		vault,
		lots: vec![lot(serial, BAR)].try_into().expect("one"),
		list: None,
	}
}

fn offer(serials: &[&str]) -> pallet_custody::Call<Runtime> {
	pallet_custody::Call::offer_lots {
		asset: GOLD,
		vault: ZURICH_VAULT,
		lots: ids(serials),
		to_custodian: identity(LONDON),
		to_vault: LONDON_VAULT,
		expires_at: now() + DAY,
	}
}

/// Qingdao: a bar that is pledged elsewhere leaves the reserve, and is pledged nowhere here before
/// that is lifted, however its serial is written and whoever tries.
#[test]
fn a_bar_encumbered_to_others_backs_nothing_and_cannot_be_pledged() {
	execute(|| {
		backed_asset();
		let before = headroom();
		succeed(
			ZURICH,
			pallet_custody::Call::encumber_lots {
				asset: GOLD,
				vault: ZURICH_VAULT,
				lots: ids(&["Zurich 1 0"]),
				document: Hash::repeat_byte(7),
			},
		);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT - BAR);
		assert!(headroom() < before);
		for serial in ["Zurich 1 0", "ZURICH-1-0", "00zurich10"] {
			for (who, vault) in [(ZURICH, ZURICH_VAULT), (LONDON, LONDON_VAULT)] {
				let error = fail(who, register(who, vault, serial));
				assert_eq!(
					error,
					custody(pallet_custody::Error::EncumberedToOthers),
					"{serial}"
				);
			}
		}
		let remove = pallet_custody::Call::remove_lots {
			lots: ids(&["Zurich 1 0"]),
		};
		assert_eq!(
			fail(ZURICH, remove),
			custody(pallet_custody::Error::EncumberedToOthers)
		);
		succeed(
			ZURICH,
			pallet_custody::Call::lift_encumbrance {
				lots: ids(&["Zurich 1 0"]),
				document: Hash::repeat_byte(8),
			},
		);
		succeed(ZURICH, register(ZURICH, ZURICH_VAULT, "zurich 1-0"));
		// Back in the vault, but the report of before has lost it: the next one finds it.
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT - BAR);
		next_block();
		attest(ZURICH, ZURICH_VAULT, IN_EACH_VAULT, now() + 20 * DAY);
		assert_eq!((reserve(GOLD), headroom()), (2 * IN_EACH_VAULT, before));
	});
}

#[test]
fn metal_that_moves_never_counts_twice_and_is_lost_until_the_next_report_only() {
	execute(|| {
		backed_asset();
		let before = now();
		next_block();
		let bars = ["Zurich 1 0", "Zurich 1 1", "Zurich 1 2"];
		succeed(ZURICH, offer(&bars));
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
		succeed(LONDON, pallet_custody::Call::accept_lots { offer: 0 });
		let moved = now();
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT - 3 * BAR);

		// Late reports of before, at whatever figure, change nothing.
		next_block();
		let (zurich, london) = (scope(ZURICH, ZURICH_VAULT), scope(LONDON, LONDON_VAULT));
		attest_as_of(ZURICH, zurich, before + 1, IN_EACH_VAULT);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT - 3 * BAR);
		attest_as_of(LONDON, london, before + 1, IN_EACH_VAULT + 3 * BAR);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT - 3 * BAR);
		attest_as_of(LONDON, london, moved, IN_EACH_VAULT + 3 * BAR);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT - 3 * BAR);

		// A report of after has them, and no other report takes them away again.
		attest_as_of(LONDON, london, moved + 1, IN_EACH_VAULT + 3 * BAR);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
		attest_as_of(ZURICH, zurich, moved + 1, IN_EACH_VAULT - 3 * BAR);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
		// Nor does one that still counts them: the register does not.
		attest_as_of(ZURICH, zurich, moved + 2, IN_EACH_VAULT);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
	});
}

#[test]
fn metal_moves_with_both_consents_or_not_at_all() {
	execute(|| {
		backed_asset();
		succeed(ZURICH, offer(&["Zurich 1 0"]));
		let accept = || pallet_custody::Call::accept_lots { offer: 0 };
		assert_eq!(
			fail(ZURICH, accept()),
			custody(pallet_custody::Error::NotOwner)
		);
		assert_eq!(
			fail(ISSUER, accept()),
			custody(pallet_custody::Error::NotApproved)
		);
		let taken = pallet_custody::Call::offer_lots {
			asset: GOLD,
			vault: ZURICH_VAULT,
			lots: ids(&["Zurich 1 1"]),
			to_custodian: identity(LONDON),
			to_vault: LONDON_VAULT,
			expires_at: now() + DAY,
		};
		assert_eq!(
			fail(LONDON, taken),
			custody(pallet_custody::Error::NotOwner)
		);
		next_block_at(now() + DAY + 1);
		assert_eq!(
			fail(LONDON, accept()),
			custody(pallet_custody::Error::OfferExpired)
		);
		succeed(LONDON, pallet_custody::Call::cancel_offer { offer: 0 });
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
	});
}

#[test]
fn a_custodian_backs_nothing_from_the_end_of_its_licence_to_its_renewal() {
	for (late, counts) in [(0, true), (1, false)] {
		execute(|| {
			held_asset();
			let moment = now() + HOUR;
			let renew = |valid_until| pallet_custody::Call::renew_licence {
				office: Office::Custodian,
				organisation: identity(ZURICH),
				licence: Licence {
					valid_until,
					..licence()
				},
			};
			as_council(renew(Some(moment - late)));
			next_block_at(moment);
			assert_eq!(Custody::is_custodian(identity(ZURICH)), counts);
			if counts {
				assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
				succeed(MINTER, mint(ANN, GRAM));
				return;
			}
			// Nobody called anything; what the other keeps goes on to count.
			assert_eq!(reserve(GOLD), IN_EACH_VAULT);
			let error = fail(ZURICH, register(ZURICH, ZURICH_VAULT, "Zurich 2 0"));
			assert_eq!(error, custody(pallet_custody::Error::LicenceExpired));
			as_council(renew(None));
			assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
		});
	}
}

/// A claim waits for no licence: what takes out of a reserve stays open.
#[test]
fn a_custodian_whose_licence_has_ended_still_hands_over_what_is_due() {
	execute(|| {
		held_asset();
		succeed(
			ANN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount: 100 * GRAM,
				delivery: Hash::repeat_byte(8),
			},
		);
		succeed(ISSUER, pallet_issuance::Call::accept_redemption { id: 0 });
		as_council(pallet_custody::Call::renew_licence {
			office: Office::Custodian,
			organisation: identity(ZURICH),
			licence: Licence {
				valid_until: Some(now()),
				..licence()
			},
		});
		next_block();
		assert!(!Custody::is_custodian(identity(ZURICH)));
		let claim = UNIT.claim_floor(100 * GRAM).expect("is small");
		let release = || pallet_issuance::Call::release_redemption {
			id: 0,
			lots: vec![(ZURICH_VAULT, id("Zurich 1 0"), claim)]
				.try_into()
				.expect("one"),
			evidence: Hash::repeat_byte(9),
		};
		// A suspension it must wait for.
		let (office, organisation) = (Office::Custodian, identity(ZURICH));
		as_council(pallet_custody::Call::suspend {
			office,
			organisation,
			reason: Hash::repeat_byte(7),
		});
		assert_eq!(
			fail(ZURICH, release()),
			pallet_issuance::Error::<Runtime>::NotCustodian.into()
		);
		as_council(pallet_custody::Call::reinstate {
			office,
			organisation,
		});
		succeed(ZURICH, release());
	});
}

#[test]
fn an_auditor_vouches_for_nothing_from_the_end_of_its_licence_to_its_renewal() {
	execute(|| {
		held_asset();
		let moment = now() + HOUR;
		let renew = |valid_until| pallet_custody::Call::renew_licence {
			office: Office::Auditor,
			organisation: identity(AUDITOR),
			licence: Licence {
				valid_until,
				..licence()
			},
		};
		as_council(renew(Some(moment)));
		next_block_at(moment);
		assert_eq!(status(), ReserveStatus::Backed);
		next_block();
		assert_eq!(status(), ReserveStatus::Lapsed);
		fail(MINTER, mint(ANN, GRAM));
		succeed(ANN, transfer(BEN, GRAM));
		as_council(renew(None));
		succeed(MINTER, mint(ANN, GRAM));
	});
}

#[test]
fn a_custodian_without_its_bond_backs_nothing() {
	execute(|| {
		backed_asset();
		let require = |required_bond| pallet_custody::Call::set_required_bond {
			organisation: identity(ZURICH),
			required_bond,
		};
		let asset = second_asset(AssetKind::Fiat);
		let bond = Some(RequiredBond { asset, amount: 1 });
		assert_eq!(
			dispatch_as_council(require(bond)),
			Err(custody(pallet_custody::Error::NotSettlementAsset))
		);
		as_council(pallet_asset_registry::Call::set_settlement {
			asset,
			settlement: true,
		});
		as_council(require(bond));
		assert_eq!(reserve(GOLD), IN_EACH_VAULT);
		assert_eq!(
			fail(ZURICH, register(ZURICH, ZURICH_VAULT, "Zurich 2 0")),
			custody(pallet_custody::Error::BondTooSmall)
		);
		as_council(require(None));
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
	});
}

#[test]
fn a_custodian_leaves_only_when_nothing_depends_on_it() {
	execute(|| {
		backed_asset();
		let remove = || pallet_custody::Call::remove {
			office: Office::Custodian,
			organisation: identity(ZURICH),
		};
		let refused = |error| {
			assert_eq!(dispatch_as_council(remove()), Err(custody(error)));
		};
		refused(pallet_custody::Error::HasVaults);
		let serials: Vec<_> = (0..25).map(|number| format!("Zurich 1 {number}")).collect();
		let serials: Vec<_> = serials.iter().map(String::as_str).collect();
		succeed(ZURICH, offer(&serials));
		succeed(LONDON, pallet_custody::Call::accept_lots { offer: 0 });
		succeed(
			ZURICH,
			pallet_custody::Call::close_vault {
				vault: ZURICH_VAULT,
			},
		);
		refused(pallet_custody::Error::StillNeeded);
		succeed(
			ZURICH,
			pallet_attestations::Call::remove_scope {
				scope: scope(ZURICH, ZURICH_VAULT),
			},
		);
		as_council(remove());
		// The metal stayed on the chain: the other custodian's next report has all of it.
		next_block();
		attest(LONDON, LONDON_VAULT, 2 * IN_EACH_VAULT, now() + 20 * DAY);
		assert_eq!(reserve(GOLD), 2 * IN_EACH_VAULT);
	});
}

#[test]
fn an_auditor_leaves_only_when_no_verdict_of_it_is_listed() {
	execute(|| {
		backed_asset();
		let remove = || pallet_custody::Call::remove {
			office: Office::Auditor,
			organisation: identity(AUDITOR),
		};
		assert_eq!(
			dispatch_as_council(remove()),
			Err(custody(pallet_custody::Error::StillNeeded))
		);
		// New reports, not yet confirmed, bury its verdicts.
		next_block();
		for (custodian, vault) in [(ZURICH, ZURICH_VAULT), (LONDON, LONDON_VAULT)] {
			succeed(
				custodian,
				report(custodian, vault, IN_EACH_VAULT, now() + DAY),
			);
		}
		as_council(remove());
	});
}

/// An interrupted registration goes on where it stopped.
#[test]
fn a_published_list_is_registered_in_batches_and_resumed_after_a_break() {
	execute(|| {
		active_asset();
		succeed(
			ZURICH,
			pallet_custody::Call::open_vault {
				name: text("Zurich 1"),
				jurisdiction: 756,
			},
		);
		let list = Hash::repeat_byte(9);
		let batch = |index: u32| pallet_custody::Call::register_lots {
			asset: GOLD,
			vault: ZURICH_VAULT,
			lots: (0..20)
				.map(|number| lot(&format!("List {index} {number}"), BAR))
				.collect::<Vec<_>>()
				.try_into()
				.expect("fewer than a batch"),
			list: Some(pallet_custody::ListBatch { list, index }),
		};
		let progress = || Custody::list(scope(ZURICH, ZURICH_VAULT), list).expect("is open");
		succeed(
			ZURICH,
			pallet_custody::Call::open_list {
				asset: GOLD,
				vault: ZURICH_VAULT,
				list,
				lots: 60,
				quantity: 60 * BAR,
			},
		);
		succeed(ZURICH, batch(0));
		next_block();
		// The client does not know what became of its last batches, and sends them again.
		assert_eq!(
			fail(ZURICH, batch(0)),
			custody(pallet_custody::Error::BatchAlreadyRegistered)
		);
		assert_eq!(
			fail(ZURICH, batch(2)),
			custody(pallet_custody::Error::BatchOutOfOrder)
		);
		assert_eq!(progress().next_batch, 1);
		succeed(ZURICH, batch(1));
		succeed(ZURICH, batch(2));
		assert!(progress().is_complete());
		let page = Custody::lots_of(scope(ZURICH, ZURICH_VAULT), None, 100);
		assert_eq!((page.lots.len(), page.next), (60, None));
	});
}

/// A second asset of this kind, in the same hands as the first.
fn second_asset(kind: AssetKind) -> AssetId {
	let mut definition = definition();
	definition.kind = kind;
	definition.terms.symbol = text("BILLS");
	let terms_hash = definition.hash();
	let asset = GOLD + 1;
	succeed(ISSUER, pallet_asset_registry::Call::draft { definition });
	succeed(
		AUDITOR,
		pallet_asset_registry::Call::approve { asset, terms_hash },
	);
	for (role, actor) in [(Role::Custodian, ZURICH), (Role::Auditor, AUDITOR)] {
		succeed(
			ISSUER,
			pallet_asset_registry::Call::grant_role {
				asset,
				role,
				identity: identity(actor),
				valid_until: None,
			},
		);
	}
	succeed(ISSUER, pallet_asset_registry::Call::activate { asset });
	asset
}

/// A T-bill that matures while nobody works: it stops counting by itself, in that millisecond.
#[test]
fn a_bill_that_matures_on_a_saturday_counts_again_when_its_money_is_reported_on_monday() {
	execute(|| {
		backed_asset();
		let asset = second_asset(AssetKind::Treasury);
		// The chain's tests begin on Thursday, 1 January 2026.
		let saturday = START + 2 * DAY;
		let monday = saturday + 2 * DAY + 8 * HOUR;
		let paper = |serial, quantity, matures_at| pallet_custody::LotInput {
			value: Some(LotValue {
				value: 1_000_000,
				currency: *b"CHF",
				matures_at,
			}),
			..lot(serial, quantity)
		};
		let lots = vec![
			paper("Bill 1", 100, Some(saturday)),
			paper("Call money", 1_000, None),
		];
		succeed(
			ZURICH,
			pallet_custody::Call::register_lots {
				asset,
				vault: ZURICH_VAULT,
				lots: lots.try_into().expect("two"),
				list: None,
			},
		);
		let scope = Scope {
			asset,
			..scope(ZURICH, ZURICH_VAULT)
		};
		attest_as_of(ZURICH, scope, now(), 1_100);
		assert_eq!(reserve_at(asset, saturday - 1), 1_100);
		for moment in [saturday, saturday + DAY, monday] {
			next_block_at(moment);
			assert_eq!(reserve(asset), 1_000, "at {moment}");
		}
		succeed(
			ZURICH,
			pallet_custody::Call::report_cash {
				lot: id("Bill 1"),
				cash: pallet_custody::CashInput {
					quantity: 100,
					value: 1_000_000,
					matures_at: None,
					basis: Basis::Market,
					class: LiquidityClass::Liquid,
					document_hash: Hash::repeat_byte(8),
				},
			},
		);
		assert_eq!(reserve(asset), 1_100);
	});
}
