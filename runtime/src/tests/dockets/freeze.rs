//! What a docket freezes, on every path, and for how long.

use super::*;

fn guarded(amount: Balance) -> RuntimeCall {
	pallet_compliance::Call::transfer {
		asset: GOLD,
		to: target(BEN),
		amount,
		reference: None,
	}
	.into()
}

/// An account that either Ann or Ben signs for, of Ann's identity.
fn joint() -> AccountId {
	let mut signatories = [ANN.account(), BEN.account()];
	signatories.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 1)
}

fn as_joint(call: impl Into<RuntimeCall>) -> pallet_multisig::Call<Runtime> {
	pallet_multisig::Call::as_multi_threshold_1 {
		other_signatories: vec![ANN.account()],
		call: Box::new(call.into()),
	}
}

/// Every way in which Ann, or Ben for her, can move units to Ben.
fn every_path() -> Vec<(&'static str, Actor, RuntimeCall)> {
	vec![
		("plain", ANN, transfer(BEN, GRAM).into()),
		("guarded", ANN, guarded(GRAM)),
		(
			"by approval",
			BEN,
			pallet_assets::Call::transfer_approved {
				id: GOLD.into(),
				owner: target(ANN),
				destination: target(BEN),
				amount: GRAM,
			}
			.into(),
		),
		(
			"guarded, by approval",
			BEN,
			pallet_compliance::Call::transfer_from {
				asset: GOLD,
				from: target(ANN),
				to: target(BEN),
				amount: GRAM,
				reference: None,
			}
			.into(),
		),
		(
			"in a batch",
			ANN,
			pallet_utility::Call::batch_all {
				calls: vec![guarded(GRAM)],
			}
			.into(),
		),
		("from a multisig", BEN, as_joint(guarded(GRAM)).into()),
		("by redemption", ANN, request(GRAM).into()),
		(
			"by proxy",
			BEN,
			pallet_proxy::Call::proxy {
				real: target(ANN),
				force_proxy_type: None,
				call: Box::new(guarded(GRAM)),
			}
			.into(),
		),
	]
}

/// Ann has approved Ben as a spender and as a proxy, and shares an account with him.
fn with_every_path() {
	world();
	succeed(
		ANN,
		pallet_identities::Call::propose_link {
			identity: identity(ANN),
			account: joint(),
		},
	);
	let accept = pallet_identities::Call::accept_link {
		identity: identity(ANN),
	};
	succeed(BEN, as_joint(accept));
	let to_joint = pallet_assets::Call::transfer {
		id: GOLD.into(),
		target: joint().into(),
		amount: 10 * GRAM,
	};
	succeed(ANN, to_joint);
	succeed(
		ANN,
		pallet_assets::Call::approve_transfer {
			id: GOLD.into(),
			delegate: target(BEN),
			amount: 10 * GRAM,
		},
	);
	succeed(
		ANN,
		pallet_proxy::Call::add_proxy {
			delegate: target(BEN),
			proxy_type: ProxyType::Any,
			delay: 0,
		},
	);
	next_block();
}

fn expiry(docket: DocketId) -> Moment {
	let view = crate::Dockets::docket(docket).expect("the docket is on record");
	view.docket.expires_at
}

#[test]
fn from_the_proposal_on_nothing_leaves_on_any_path() {
	execute(|| {
		with_every_path();
		proposed(forced(100 * GRAM));
		next_block();
		let before = (units(ANN), units(BEN), supply());
		let reason = ReasonCode::SenderUnderDocket;
		assert_eq!(pool(ANN, transfer(BEN, GRAM)), refusal(reason));
		for (path, actor, call) in every_path() {
			let error = outcome(actor, call).expect_err(path);
			assert!(
				error == refused(reason) || error == filtered(),
				"{path}: {error:?}"
			);
		}
		assert_eq!((units(ANN), units(BEN), supply()), before);
		// What comes in goes on.
		succeed(BEN, transfer(ANN, GRAM));
		assert_eq!(units(ANN), before.0 + GRAM);
	});
}

#[test]
fn a_millisecond_before_it_expires_it_still_holds() {
	execute(|| {
		with_every_path();
		let docket = proposed(forced(100 * GRAM));
		next_block_at(expiry(docket) - 1);
		for (path, actor, call) in every_path() {
			let before = units(BEN);
			assert!(send(actor, call).is_ok(), "{path}");
			assert_eq!(units(BEN), before, "{path}");
		}
		assert!(Issuance::redemption(0).is_none());
		succeed(AGENT, approve(docket));
	});
}

#[test]
fn at_the_millisecond_at_which_it_expires_every_path_is_open() {
	execute(|| {
		with_every_path();
		let docket = proposed(forced(100 * GRAM));
		assert_eq!(expiry(docket), now() + 3 * DAY);
		next_block_at(expiry(docket));
		assert_eq!(state(docket), DocketState::Expired);
		assert_eq!(
			fail(AGENT, approve(docket)),
			pallet_dockets::Error::<Runtime>::WrongState.into()
		);
		assert_eq!(pool(ANN, transfer(BEN, GRAM)), Ok(()));
		for (path, actor, call) in every_path() {
			assert_eq!(outcome(actor, call), Ok(()), "{path}");
		}
		// Six transfers from the account, one from the shared one.
		assert_eq!(units(BEN), 1_007 * GRAM);
		// The same case is the other side's to renew.
		assert_eq!(
			fail(OFFICER, propose(forced(100 * GRAM))),
			pallet_dockets::Error::<Runtime>::CaseKnown.into()
		);
		let renew = || Dockets::renew { docket };
		for actor in [OFFICER, COLLEAGUE] {
			assert_eq!(
				fail(actor, renew()),
				pallet_dockets::Error::<Runtime>::SameOrganisation.into()
			);
		}
		succeed(AGENT, renew());
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::SenderUnderDocket)
		);
		succeed(AGENT, approve(docket));
		assert_eq!(units(BEN), 1_107 * GRAM);
	});
}

#[test]
fn one_organisation_does_not_freeze_a_holder_by_one_case_after_the_other() {
	execute(|| {
		world();
		let case = |byte| Dockets::propose {
			asset: GOLD,
			kind: forced(100 * GRAM),
			case: Hash::repeat_byte(byte),
		};
		// GIVEN a docket that nobody approved
		let first = proposed(forced(100 * GRAM));
		next_block_at(expiry(first));
		// WHEN its organisation brings further cases, by whomever of it
		for (actor, byte) in [(OFFICER, 11), (COLLEAGUE, 12)] {
			succeed(actor, case(byte));
			next_block();
			// THEN the holder goes on
			assert_eq!(pool(ANN, transfer(BEN, GRAM)), Ok(()));
			succeed(ANN, transfer(BEN, GRAM));
		}
		// and is frozen by the second organisation's word alone.
		let docket = first + 2;
		assert_eq!(state(docket), DocketState::Expired);
		assert_eq!(
			fail(OFFICER, Dockets::renew { docket }),
			pallet_dockets::Error::<Runtime>::SameOrganisation.into()
		);
		succeed(AGENT, Dockets::renew { docket });
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::SenderUnderDocket)
		);
		// 90 days after that came to nothing too, the organisation may freeze alone once more.
		next_block_at(expiry(docket) + 90 * DAY - 1);
		succeed(OFFICER, case(13));
		assert!(
			<Compliance as assay_traits::InterventionLedger<AccountId>>::frozen_by(
				GOLD,
				identity(ANN)
			)
			.is_none_or(|(frozen, _)| frozen == docket)
		);
		next_block_at(now() + 90 * DAY);
		succeed(OFFICER, case(14));
		assert_eq!(
			<Compliance as assay_traits::InterventionLedger<AccountId>>::frozen_by(
				GOLD,
				identity(ANN)
			),
			Some((docket + 2, now() + 3 * DAY))
		);
	});
}

#[test]
fn nothing_is_promised_or_delivered_to_a_holder_under_a_docket_or_a_sanction() {
	let barred = || pallet_issuance::Error::<Runtime>::HolderBarred.into();
	let accept = |id| Redemptions::accept_redemption { id };
	let claim = UNIT.claim_floor(GRAM * 100).expect("it fits");
	let release = |id| Redemptions::release_redemption {
		id,
		lots: vec![(
			ZURICH_VAULT,
			pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").expect("an id"),
			claim,
		)]
		.try_into()
		.expect("one lot"),
		evidence: Hash::repeat_byte(9),
	};
	execute(|| {
		world();
		succeed(ANN, request(100 * GRAM));
		succeed(ANN, request(100 * GRAM));
		succeed(ISSUER, accept(0));
		next_block();
		let reserve = headroom();
		// Whichever account of hers it names.
		let docket = proposed(DocketKind::Wipe {
			from: ANNEX.account(),
			amount: GRAM,
		});
		assert_eq!(fail(ISSUER, accept(1)), barred());
		assert_eq!(fail(ZURICH, release(0)), barred());
		let batch = pallet_utility::Call::<Runtime>::batch_all {
			calls: vec![accept(1).into()],
		};
		assert_eq!(fail(ISSUER, batch), barred());
		assert_eq!(headroom(), reserve, "no metal has left");
		// WHEN the docket is over, and a sanction begins
		next_block_at(expiry(docket));
		as_council(pallet_identities::Call::sanction {
			identity: identity(ANN),
			case: Hash::repeat_byte(7),
		});
		assert_eq!(fail(ISSUER, accept(1)), barred());
		assert_eq!(fail(ZURICH, release(0)), barred());
		as_council(pallet_identities::Call::lift_sanction {
			identity: identity(ANN),
			case: Hash::repeat_byte(7),
		});
		succeed(ISSUER, accept(1));
		succeed(ZURICH, release(0));
	});
}

#[test]
fn a_docket_is_no_breach_and_the_units_go_back_under_it() {
	execute(|| {
		world();
		succeed(ANN, request(100 * GRAM));
		let wait = |time| {
			let at = now() + time;
			next_block_at(at);
			pallet_issuance::Outages::<Runtime>::mutate(|clock| clock.last_block_at = at);
		};
		wait(DAY);
		proposed(forced(GRAM));
		// WHEN the time for the answer ends under the docket THEN the issuer owes no penalty for it
		wait(DAY + 1);
		assert!(Issuance::due_by(0).expect("it is open") < now());
		assert_eq!(
			fail(BEN, Redemptions::breach_redemption { id: 0 }),
			pallet_issuance::Error::<Runtime>::HolderBarred.into()
		);
		// and the holder takes back what stays frozen.
		succeed(ANN, Redemptions::cancel_redemption { id: 0 });
		assert_eq!(units(ANN), 1_000 * GRAM);
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::SenderUnderDocket)
		);
	});
}
