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
