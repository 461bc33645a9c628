//! Forced actions on the composed runtime: at once, by two organisations, for a time (P7).

mod freeze;

use super::{bypasses::*, chain::*, world::*};
use crate::{
	Balances, Compliance, Identities, Issuance, ProxyType, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin,
};
use assay_primitives::{
	AccountId, Balance, DocketId, Hash, IdentityKind, Moment, ReasonCode, Role, DAY,
};
use assay_traits::PositionInspect;
use pallet_dockets::{DocketKind, DocketState};
use polkadot_sdk::{
	frame_support::assert_ok,
	frame_system, pallet_multisig, pallet_proxy, pallet_utility,
	sp_runtime::{traits::Dispatchable, DispatchError},
	*,
};

/// A transfer agent of another organisation than the officer's.
const AGENT: Actor = Actor("Agent");
/// A person who acts for the officer's organisation.
const COLLEAGUE: Actor = Actor("Colleague");
/// Ann's second account, and one that takes the place of her first.
const ANNEX: Actor = Actor("Annex");
const HEIR: Actor = Actor("Heir");
/// Where seized units go.
const ESCROW: Actor = Actor("Escrow");

type Dockets = pallet_dockets::Call<Runtime>;
type Redemptions = pallet_issuance::Call<Runtime>;

fn grant(role: Role, actor: Actor) {
	succeed(
		ISSUER,
		pallet_asset_registry::Call::grant_role {
			asset: GOLD,
			role,
			identity: identity(actor),
			valid_until: None,
		},
	);
}

/// As [`held_asset`], with agents of two organisations, three of them.
fn world() {
	held_asset();
	onboard(AGENT, IdentityKind::Legal);
	grant(Role::TransferAgent, AGENT);
	let colleague = onboard(COLLEAGUE, IdentityKind::Natural);
	succeed(
		REGISTRAR,
		pallet_identities::Call::propose_organisation {
			identity: colleague,
			organisation: identity(OFFICER),
		},
	);
	succeed(
		OFFICER,
		pallet_identities::Call::accept_organisation {
			identity: colleague,
		},
	);
	grant(Role::TransferAgent, COLLEAGUE);
	link(ANN, ANNEX, identity(ANN));
	next_block();
}

fn forced(amount: Balance) -> DocketKind<AccountId> {
	DocketKind::ForcedTransfer {
		from: ANN.account(),
		to: BEN.account(),
		amount,
	}
}

fn propose(kind: DocketKind<AccountId>) -> Dockets {
	Dockets::propose {
		asset: GOLD,
		kind,
		case: Hash::repeat_byte(5),
	}
}

fn approve(docket: DocketId) -> Dockets {
	Dockets::approve { docket }
}

/// Proposed by the officer.
fn proposed(kind: DocketKind<AccountId>) -> DocketId {
	let docket = pallet_dockets::NextDocketId::<Runtime>::get();
	succeed(OFFICER, propose(kind));
	docket
}

fn state(docket: DocketId) -> DocketState {
	let view = crate::Dockets::docket(docket).expect("the docket is on record");
	view.state
}

fn request(amount: Balance) -> Redemptions {
	Redemptions::request_redemption {
		asset: GOLD,
		amount,
		delivery: Hash::repeat_byte(8),
	}
}

/// What came of it, also where the wrapper itself succeeds.
fn outcome(actor: Actor, call: RuntimeCall) -> Result<(), DispatchError> {
	send(actor, call).expect("is admitted")?;
	let carried = events().into_iter().rev().find_map(|event| match event {
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
		_ => None,
	});
	next_block();
	carried.unwrap_or(Ok(()))
}

#[test]
fn a_second_organisation_carries_it_out_and_the_same_one_does_not() {
	execute(|| {
		world();
		let docket = proposed(forced(100 * GRAM));
		for actor in [OFFICER, COLLEAGUE] {
			assert_eq!(
				fail(actor, approve(docket)),
				pallet_dockets::Error::<Runtime>::SameOrganisation.into()
			);
		}
		for actor in [ISSUER, ANN, BEN, AUDITOR, REGISTRAR] {
			assert_eq!(
				fail(actor, approve(docket)),
				pallet_dockets::Error::<Runtime>::NotAgent.into()
			);
		}
		succeed(AGENT, approve(docket));
		assert_eq!((units(ANN), units(BEN)), (900 * GRAM, 1_100 * GRAM));
		assert_eq!(state(docket), DocketState::Executed);
		succeed(ANN, transfer(BEN, GRAM));
	});
}

#[test]
fn what_is_held_is_taken_and_its_redemption_ends_with_a_reason() {
	execute(|| {
		world();
		// GIVEN a holder all of whose units are on their way back, in three stages
		for amount in [400 * GRAM, 300 * GRAM, 300 * GRAM] {
			succeed(ANN, request(amount));
		}
		for id in [0, 1] {
			succeed(ISSUER, Redemptions::accept_redemption { id });
		}
		let bar = pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").expect("plain ASCII");
		let claim = Issuance::redemption(0).expect("is open").claim;
		let release = Redemptions::release_redemption {
			id: 0,
			lots: vec![(ZURICH_VAULT, bar, claim)]
				.try_into()
				.expect("one lot"),
			evidence: Hash::repeat_byte(9),
		};
		succeed(ZURICH, release);
		next_block();
		// WHEN a docket wants more than there is besides the metal that has left
		let docket = proposed(forced(600 * GRAM + 1));
		assert_eq!(fail(AGENT, approve(docket)), refused(ReasonCode::FreeUnits));
		succeed(OFFICER, Dockets::withdraw { docket });
		// or just that much
		let docket = pallet_dockets::NextDocketId::<Runtime>::get();
		let case = Hash::repeat_byte(6);
		let exactly = Dockets::propose {
			asset: GOLD,
			kind: forced(600 * GRAM),
			case,
		};
		succeed(OFFICER, exactly);
		next_block();
		// The first one came to nothing, so that the second waits for the other organisation.
		succeed(AGENT, Dockets::renew { docket });
		succeed(AGENT, approve(docket));
		// THEN the units are Ben's and the redemptions say why they ended
		assert_eq!(units(BEN), 1_600 * GRAM);
		for id in [1, 2] {
			assert_event(pallet_issuance::Event::RedemptionEndedByDocket {
				id,
				asset: GOLD,
				holder: ANN.account(),
				returned: 300 * GRAM,
				kept: 0,
			});
		}
		// The one whose metal has left is burned, as it would have been.
		succeed(BEN, Redemptions::burn_redemption { id: 0 });
		assert_eq!((units(ANN), supply()), (0, 1_600 * GRAM));
		assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 1);
	});
}

#[test]
fn a_forced_transfer_reaches_nobody_who_is_unknown_or_not_in_good_standing() {
	execute(|| {
		world();
		let to = |to: Actor| DocketKind::ForcedTransfer {
			from: ANN.account(),
			to: to.account(),
			amount: GRAM,
		};
		assert_eq!(
			fail(OFFICER, propose(to(STRANGER))),
			pallet_dockets::Error::<Runtime>::ReceiverUnknown.into()
		);
		// Cleo has no KYC: the rules do not bind what two organisations order.
		let docket = proposed(to(CLEO));
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend {
				identity: identity(CLEO),
			},
		);
		assert_eq!(
			fail(AGENT, approve(docket)),
			refused(ReasonCode::ReceiverSuspended)
		);
		succeed(
			REGISTRAR,
			pallet_identities::Call::reinstate {
				identity: identity(CLEO),
			},
		);
		succeed(AGENT, approve(docket));
		assert_eq!(units(CLEO), GRAM);
	});
}

#[test]
fn a_frozen_and_sanctioned_holder_is_reached() {
	execute(|| {
		world();
		succeed(
			OFFICER,
			pallet_compliance::Call::freeze {
				asset: GOLD,
				target: pallet_compliance::FreezeTarget::Identity(identity(ANN)),
				freeze: pallet_compliance::Freeze::Full,
			},
		);
		as_council(pallet_identities::Call::sanction {
			identity: identity(ANN),
			case: Hash::repeat_byte(9),
		});
		onboard(ESCROW, IdentityKind::Legal);
		let seizure = DocketKind::Seizure {
			from: ANN.account(),
			to: ESCROW.account(),
			amount: 1_000 * GRAM,
		};
		assert_eq!(
			fail(OFFICER, propose(seizure.clone())),
			pallet_dockets::Error::<Runtime>::NotEscrow.into()
		);
		as_council(Dockets::set_escrow {
			asset: GOLD,
			escrow: Some(ESCROW.account()),
		});
		let docket = proposed(seizure);
		succeed(AGENT, approve(docket));
		assert_eq!((units(ANN), units(ESCROW)), (0, 1_000 * GRAM));
	});
}

#[test]
fn a_recovery_stays_within_the_identity() {
	execute(|| {
		world();
		let to = |to: Actor| DocketKind::Recovery {
			from: ANN.account(),
			to: to.account(),
		};
		for actor in [BEN, OFFICER] {
			assert_eq!(
				fail(OFFICER, propose(to(actor))),
				pallet_dockets::Error::<Runtime>::AnotherIdentity.into()
			);
		}
		succeed(ANN, request(400 * GRAM));
		let docket = proposed(to(ANNEX));
		succeed(AGENT, approve(docket));
		assert_eq!((units(ANN), units(ANNEX)), (0, 1_000 * GRAM));
		assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 2);
	});
}

#[test]
fn a_recovery_does_not_settle_a_contested_replacement() {
	execute(|| {
		world();
		// GIVEN that whoever has the key of the old account objects to losing it
		let expires = now() + DAY;
		let payload = Identities::replacement_payload(ANN.account(), HEIR.account(), expires)
			.expect("Ann is linked");
		let signature = HEIR.sign(&payload);
		succeed(
			REGISTRAR,
			pallet_identities::Call::propose_replacement {
				old: ANN.account(),
				new: HEIR.account(),
				consent: Some(pallet_identities::Consent { expires, signature }),
			},
		);
		succeed(
			ANN,
			pallet_identities::Call::<Runtime>::object_replacement {},
		);
		// WHEN an agent of one asset wants the new account to have the units
		let recovery = DocketKind::Recovery {
			from: ANN.account(),
			to: HEIR.account(),
		};
		// THEN it cannot: the contest is about all assets, and the new account not linked yet
		assert_eq!(
			fail(OFFICER, propose(recovery)),
			pallet_dockets::Error::<Runtime>::ReceiverUnknown.into()
		);
		let stage = Identities::replacement(ANN.account()).map(|replacement| replacement.stage);
		assert_eq!(stage, Some(pallet_identities::ReplacementStage::Contested));
		assert_eq!((units(ANN), units(HEIR)), (1_000 * GRAM, 0));
	});
}

#[test]
fn a_wipe_keeps_the_books() {
	execute(|| {
		world();
		let (before, reserve) = (headroom(), |moment| {
			use assay_traits::ReserveInspect;
			let figures = <crate::Attestations as ReserveInspect>::figures(GOLD, moment);
			figures.expect("the figures are there").reserve
		});
		let in_vaults = reserve(now());
		succeed(ANN, request(900 * GRAM));
		let wipe = DocketKind::Wipe {
			from: ANN.account(),
			amount: 400 * GRAM,
		};
		let docket = proposed(wipe);
		succeed(AGENT, approve(docket));
		// Supply = Σ positions = minted − burned; the reserve stays and backs what is minted next.
		let positions: Balance = pallet_compliance::Positions::<Runtime>::iter_prefix_values(GOLD)
			.map(|position| position.total)
			.sum();
		assert_eq!((supply(), positions), (1_600 * GRAM, 1_600 * GRAM));
		let totals = pallet_issuance::Totals::<Runtime>::get(GOLD);
		assert_eq!((totals.minted, totals.burned), (2_000 * GRAM, 400 * GRAM));
		assert_eq!(reserve(now()), in_vaults);
		assert_eq!(headroom(), before + 400 * GRAM);
	});
}

#[test]
fn the_holder_sees_it_and_answers_also_when_it_is_suspended() {
	execute(|| {
		world();
		let docket = proposed(forced(GRAM));
		let seen = crate::Dockets::dockets_of(identity(ANN), 0, 10);
		assert_eq!(seen.items.len(), 1);
		assert_eq!(seen.items[0].remaining_ms, 3 * DAY);
		assert_eq!(crate::Dockets::open_dockets(GOLD, 0, 10).items, seen.items);
		let answer = || Dockets::answer {
			docket,
			statement: Hash::repeat_byte(3),
		};
		assert_eq!(
			fail(BEN, answer()),
			pallet_dockets::Error::<Runtime>::NotHolder.into()
		);
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend {
				identity: identity(ANN),
			},
		);
		for other in [
			RuntimeCall::from(propose(forced(1))),
			approve(docket).into(),
			Dockets::remove { docket }.into(),
		] {
			assert_eq!(pool(ANN, other), refusal(ReasonCode::IdentitySuspended));
		}
		assert_eq!(pool(ANN, answer()), Ok(()));
		succeed(ANN, answer());
		let view = crate::Dockets::docket(docket).expect("the docket is on record");
		assert!(view.docket.answer.is_some());
	});
}

#[test]
fn a_rejection_frees_at_once_and_the_deposit_comes_back_in_the_end() {
	execute(|| {
		world();
		let before = Balances::free_balance(OFFICER.account());
		let docket = proposed(forced(GRAM));
		let deposit: Balance = crate::parameters::DocketDeposit::get();
		assert!(Balances::free_balance(OFFICER.account()) <= before - deposit);
		succeed(
			AGENT,
			Dockets::reject {
				docket,
				reason: Hash::repeat_byte(1),
			},
		);
		succeed(ANN, transfer(BEN, GRAM));
		let retention = crate::parameters::DocketRetention::get();
		next_block_at(now() + retention);
		let poor = Balances::free_balance(OFFICER.account());
		succeed(BEN, Dockets::remove { docket });
		assert_eq!(Balances::free_balance(OFFICER.account()), poor + deposit);
	});
}

#[test]
fn no_origin_but_its_own_moves_a_docket() {
	execute(|| {
		world();
		let docket = proposed(forced(GRAM));
		let council = |call: RuntimeCall| dispatch_as_council(call);
		for call in [
			RuntimeCall::from(propose(forced(GRAM))),
			approve(docket).into(),
			Dockets::reject {
				docket,
				reason: Hash::zero(),
			}
			.into(),
			Dockets::withdraw { docket }.into(),
			Dockets::renew { docket }.into(),
			Dockets::answer {
				docket,
				statement: Hash::zero(),
			}
			.into(),
			Dockets::remove { docket }.into(),
		] {
			assert_eq!(
				council(call.clone()),
				Err(DispatchError::BadOrigin),
				"{call:?}"
			);
			for origin in [
				RuntimeOrigin::none(),
				RuntimeOrigin::from(frame_system::RawOrigin::Root),
			] {
				let outcome = call.clone().dispatch(origin).map(|_| ());
				assert_eq!(
					outcome.map_err(|error| error.error),
					Err(DispatchError::BadOrigin),
					"{call:?}"
				);
			}
		}
		let escrow = Dockets::set_escrow {
			asset: GOLD,
			escrow: None,
		};
		for actor in [OFFICER, AGENT, ISSUER] {
			assert_eq!(fail(actor, escrow.clone()), DispatchError::BadOrigin);
		}
		assert_ok!(council(escrow.into()));
	});
}

#[test]
fn a_compliance_proxy_proposes_and_does_not_approve() {
	execute(|| {
		world();
		let docket = proposed(forced(GRAM));
		succeed(
			AGENT,
			pallet_proxy::Call::add_proxy {
				delegate: target(BEN),
				proxy_type: ProxyType::Compliance,
				delay: 0,
			},
		);
		let through = |call: Dockets| -> RuntimeCall {
			pallet_proxy::Call::proxy {
				real: target(AGENT),
				force_proxy_type: None,
				call: Box::new(call.into()),
			}
			.into()
		};
		assert_eq!(outcome(BEN, through(approve(docket))), Err(filtered()));
		assert_eq!(state(docket), DocketState::Proposed);
		let reject = Dockets::reject {
			docket,
			reason: Hash::zero(),
		};
		assert_eq!(outcome(BEN, through(reject)), Ok(()));
		assert_eq!(state(docket), DocketState::Rejected);
	});
}

/// The world of the benchmark of `approve` is its worst case: everything is in open redemptions.
/// That world is written past the registry and issuance, so that `try_state` is not asked.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_costliest_docket_is_carried_out() {
	use crate::benchmark_worlds::World;
	use pallet_dockets::BenchmarkHelper;
	genesis().execute_with(|| {
		begin_block(1, START);
		let asset = <World as BenchmarkHelper<AccountId>>::asset();
		let (holder, amount) = <World as BenchmarkHelper<AccountId>>::holder(asset);
		let agent = |seed| {
			let account = <World as BenchmarkHelper<AccountId>>::agent(asset, seed);
			RuntimeOrigin::signed(account)
		};
		let receiver = <World as BenchmarkHelper<AccountId>>::receiver();
		let kind = DocketKind::ForcedTransfer {
			from: holder.clone(),
			to: receiver.clone(),
			amount,
		};
		assert_ok!(crate::Dockets::propose(agent(1), asset, kind, Hash::zero()));
		assert_ok!(crate::Dockets::approve(agent(2), 0));
		let balance = |who| pallet_assets::Pallet::<Runtime>::balance(asset, who);
		assert_eq!((balance(holder), balance(receiver)), (0, amount));
		assert_eq!(amount, 64_000);
	});
}
