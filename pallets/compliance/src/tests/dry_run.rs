//! A movement is allowed if and only if it succeeds on that state: over rules of every kind, drawn at
//! random, with all that they rest on.

use super::*;
use crate::{Freeze, FreezeTarget, ListMode, Pair, Policy, Window};
use assay_primitives::{IdentityId, InvestorCategory, Moment, Standing, DAY};
use assay_traits::{Checkpoints, InterventionLedger};
use polkadot_sdk::{
	frame_support::assert_ok, sp_io::storage::root as storage_root, sp_storage::StateVersion,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Op {
	SetPolicy(Vec<Rule>),
	Schedule(Vec<Rule>, Moment),
	Mint(AccountId, Balance),
	Transfer(bool, AccountId, AccountId, Balance),
	TransferFrom(AccountId, AccountId, AccountId, Balance),
	Hold(AccountId, Balance, bool),
	MoveHeld(AccountId, AccountId, Balance),
	Release(AccountId, Balance),
	Force(AccountId, AccountId, Balance),
	Pass(Moment),
	OptIn(AccountId, bool),
	Approve(IdentityId, IdentityId, Balance, Moment),
	Freeze(AccountId, Freeze),
	Stand(IdentityId, Standing),
	Move(IdentityId, u16),
	Reseat(IdentityId),
	Claim(IdentityId),
	Checkpoint,
}

fn account() -> impl Strategy<Value = AccountId> {
	let known = prop::sample::select(vec![ALICE, ALICE_2, BOB, CAROL, ISSUER]);
	prop_oneof![20 => known, 1 => Just(STRANGER)]
}

fn identity() -> impl Strategy<Value = IdentityId> {
	prop::sample::select(vec![1, 2, 3, 30])
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![1 => Just(0), 20 => 1..12_u128]
}

fn side() -> impl Strategy<Value = Side> {
	prop::sample::select(vec![Side::Sender, Side::Receiver, Side::Both])
}

fn mode() -> impl Strategy<Value = ListMode> {
	prop::sample::select(vec![ListMode::Allow, ListMode::Deny])
}

fn window() -> impl Strategy<Value = Window> {
	prop_oneof![
		(1..128_u8, 0..1_000_u16).prop_map(|(days, from_minute)| Window::Weekly {
			days,
			from_minute,
			until_minute: 1_440
		}),
		(0..3 * DAY, 1..DAY).prop_map(|(from, length)| Window::Once {
			from: NOW + from,
			until: NOW + from + length
		}),
	]
}

fn pair() -> impl Strategy<Value = Pair> {
	let party = || prop::option::of(identity());
	(party(), party()).prop_map(|(sender, receiver)| Pair { sender, receiver })
}

/// A rule of any kind.
fn rule() -> impl Strategy<Value = Rule> {
	let category = prop::sample::select(vec![
		InvestorCategory::Retail,
		InvestorCategory::Professional,
	]);
	let parties = prop_oneof![
		side().prop_map(kyc),
		(side(), mode(), prop::sample::select(vec![756, 840])).prop_map(|(side, mode, country)| {
			Rule::Jurisdictions {
				side,
				mode,
				list: vec![country].try_into().unwrap(),
			}
		}),
		category.prop_map(|category| Rule::ReceiverCategory {
			allowed: vec![category].try_into().unwrap()
		}),
		identity().prop_map(|identity| Rule::Denylist {
			identities: vec![identity].try_into().unwrap()
		}),
		(mode(), prop::collection::vec(pair(), 0..3)).prop_map(|(mode, pairs)| {
			Rule::Counterparties {
				mode,
				pairs: pairs.try_into().unwrap(),
			}
		}),
		Just(Rule::PreApproval),
		Just(Rule::ReceiverOptIn),
	];
	let figures = prop_oneof![
		(50..150_u128).prop_map(|units| Rule::MaxBalance { units }),
		(2_000..10_001_u32).prop_map(|bps| Rule::MaxBalanceBps { bps }),
		(1..5_u32).prop_map(|max| Rule::MaxHolders { max }),
		(
			prop::option::of(prop::sample::select(vec![756, 840])),
			0..4_u32
		)
			.prop_map(|(country, max)| Rule::MaxHoldersPerCountry { country, max }),
		(0..DAY).prop_map(|after| Rule::LockUp { until: NOW + after }),
		(1..2 * DAY).prop_map(|period_ms| Rule::HoldingPeriod { period_ms }),
		prop::collection::vec(window(), 0..4).prop_map(|windows| Rule::TransferWindows {
			windows: windows.try_into().unwrap()
		}),
		(1..40_u128, 1..2 * DAY)
			.prop_map(|(units, period_ms)| Rule::VolumePerPeriod { units, period_ms }),
		(1..8_u128).prop_map(|units| Rule::MinimumAmount { units }),
		(1..8_u128).prop_map(|units| Rule::MinimumPosition { units }),
		Just(Rule::FullBalanceOnly),
		(200..300_u128).prop_map(|units| Rule::SupplyCap { units }),
	];
	prop_oneof![1 => parties, 2 => figures]
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
	prop::collection::vec(rule(), 0..4)
}

fn freeze() -> impl Strategy<Value = Freeze> {
	prop_oneof![
		3 => Just(Freeze::None),
		2 => (1..8_u128).prop_map(Freeze::Partial),
		1 => Just(Freeze::Full),
	]
}

fn standing() -> impl Strategy<Value = Standing> {
	prop_oneof![6 => Just(Standing::Active), 1 => Just(Standing::Suspended), 1 => Just(Standing::Sanctioned)]
}

fn op() -> impl Strategy<Value = Op> {
	let passing = prop_oneof![0..10_000_u64, 0..DAY];
	let movements = prop_oneof![
		4 => (account(), amount()).prop_map(|(to, amount)| Op::Mint(to, amount)),
		12 => (any::<bool>(), account(), account(), amount())
			.prop_map(|(ours, from, to, amount)| Op::Transfer(ours, from, to, amount)),
		3 => (account(), account(), account(), amount())
			.prop_map(|(spender, from, to, amount)| Op::TransferFrom(spender, from, to, amount)),
		3 => (account(), amount(), any::<bool>())
			.prop_map(|(who, amount, redeem)| Op::Hold(who, amount, redeem)),
		3 => (account(), account(), amount())
			.prop_map(|(from, to, amount)| Op::MoveHeld(from, to, amount)),
		1 => (account(), amount()).prop_map(|(who, amount)| Op::Release(who, amount)),
		1 => (account(), account(), amount())
			.prop_map(|(from, to, amount)| Op::Force(from, to, amount)),
	];
	let others = prop_oneof![
		3 => rules().prop_map(Op::SetPolicy),
		1 => (rules(), 1..DAY).prop_map(|(rules, after)| Op::Schedule(rules, after)),
		5 => passing.prop_map(Op::Pass),
		3 => (account(), prop::bool::weighted(0.8)).prop_map(|(who, wants)| Op::OptIn(who, wants)),
		4 => (identity(), identity(), 1..20_u128, 0..DAY)
			.prop_map(|(from, to, max, after)| Op::Approve(from, to, max, after)),
		1 => (account(), freeze()).prop_map(|(who, freeze)| Op::Freeze(who, freeze)),
		1 => (identity(), standing()).prop_map(|(who, standing)| Op::Stand(who, standing)),
		1 => (identity(), prop::sample::select(vec![756, 840])).prop_map(|(who, to)| Op::Move(who, to)),
		6 => identity().prop_map(Op::Reseat),
		2 => identity().prop_map(Op::Claim),
		1 => Just(Op::Checkpoint),
	];
	prop_oneof![2 => movements, 1 => others]
}

/// The dry run of a movement and what then happens to it agree.
fn agree(request: Request<AccountId>, movement: impl FnOnce() -> Result<(), DispatchError>) {
	let dry = Compliance::refusals(request);
	let root = storage_root(StateVersion::V1);
	let done = movement();
	match dry.first() {
		None => {
			assert_ok!(done);
		},
		Some(first) => {
			// The ledger's own calls fail as filtered; ours say the first reason.
			assert!(done.is_err(), "refused by the dry run: {dry:?}");
			if let Err(DispatchError::Module(error)) = done {
				let ours = refused(first.reason);
				let said = DispatchError::Module(error);
				let filtered: DispatchError =
					polkadot_sdk::frame_system::Error::<Test>::CallFiltered.into();
				assert!(said == ours || said == filtered, "{said:?}, {dry:?}");
				if said == ours {
					assert_eq!(
						root,
						storage_root(StateVersion::V1),
						"a refusal changes nothing"
					);
				}
			}
		},
	}
}

fn valid(rules: Vec<Rule>) -> Option<Policy> {
	let policy: Policy = rules.try_into().unwrap();
	crate::policy_is_valid(&policy).then_some(policy)
}

fn step(op: Op) {
	let officer = || RuntimeOrigin::signed(OFFICER);
	match op {
		Op::SetPolicy(rules) => {
			if let Some(policy) = valid(rules) {
				assert_ok!(Compliance::set_policy(officer(), GOLD, policy));
			}
		},
		Op::Schedule(rules, after) => {
			if let Some(policy) = valid(rules) {
				let at = now() + after;
				assert_ok!(Compliance::schedule_policy(officer(), GOLD, policy, at));
			}
		},
		Op::Mint(to, amount) => {
			let request = Request {
				movement: Movement::Mint,
				from: None,
				..Request::transfer(GOLD, to, to, amount)
			};
			agree(request, || {
				<Ledger as GuardedLedger<_>>::mint(GOLD, &to, amount)
			});
		},
		Op::Transfer(ours, from, to, amount) => {
			let call = if ours {
				our_transfer(to, amount)
			} else {
				assets_transfer(GOLD, to, amount)
			};
			let request = Request::transfer(GOLD, from, to, amount);
			let allowed = Compliance::refusals(request.clone()).is_empty();
			if !ours {
				assert_eq!(pool(from, call.clone()).is_ok(), allowed);
			}
			let nested = || {
				if ours {
					Compliance::transfer(RuntimeOrigin::signed(from), GOLD, to, amount, None)
				} else {
					submit(from, call)
				}
			};
			agree(request, nested);
		},
		Op::TransferFrom(spender, from, to, amount) => {
			let _ = Assets::approve_transfer(RuntimeOrigin::signed(from), GOLD, spender, 5);
			let request = Request::transfer(GOLD, from, to, amount).spent_by(Some(spender));
			let signed = RuntimeOrigin::signed(spender);
			agree(request, || {
				Compliance::transfer_from(signed, GOLD, from, to, amount, None)
			});
		},
		Op::Hold(who, amount, redeem) => {
			let movement = if redeem {
				Movement::Redemption
			} else {
				Movement::Hold
			};
			let request = Request {
				movement,
				to: None,
				..Request::transfer(GOLD, who, who, amount)
			};
			agree(request, || {
				<Ledger as GuardedHolds<_>>::hold(GOLD, Purpose::Escrow, &who, amount, redeem)
			});
		},
		Op::MoveHeld(from, to, amount) => {
			if amount <= held(from, Purpose::Escrow) {
				let request = Request {
					source: crate::Source::Held,
					..Request::transfer(GOLD, from, to, amount)
				};
				agree(request, || {
					<Ledger as GuardedHolds<_>>::move_held(
						GOLD,
						Purpose::Escrow,
						&from,
						&to,
						amount,
					)
				});
			}
		},
		Op::Release(who, amount) => drop(release(who, Purpose::Escrow, amount)),
		Op::Force(from, to, amount) => {
			let _ =
				<Ledger as InterventionLedger<_>>::force_transfer(GOLD, &from, &to, Some(amount));
		},
		Op::Pass(time) => Clock::set(now() + time),
		Op::OptIn(who, wants) => {
			let signed = RuntimeOrigin::signed(who);
			let identity =
				<Registry as assay_traits::IdentityInspect<AccountId>>::identity_of(&who);
			let _ = match identity {
				Some(identity) if !wants => Compliance::opt_out(signed, GOLD, identity),
				_ => Compliance::opt_in(signed, GOLD),
			};
		},
		Op::Approve(from, to, max, after) => {
			let until = now() + after;
			let _ = Compliance::approve_transfer(officer(), GOLD, from, to, max, until);
		},
		Op::Freeze(who, freeze) => {
			let _ = Compliance::do_freeze(GOLD, &FreezeTarget::Account(who), freeze);
		},
		Op::Stand(identity, standing) => Registry::set_standing(identity, standing),
		Op::Move(identity, country) => Registry::depart(identity, country),
		Op::Reseat(identity) => {
			let assets = vec![GOLD].try_into().unwrap();
			let _ = Compliance::reseat(officer(), identity, assets);
		},
		Op::Claim(identity) => Registry::change(identity, |profile| {
			let _ = profile.claims.try_push(claim(ClaimTopic::Kyc));
		}),
		Op::Checkpoint => drop(<Ledger as Checkpoints>::open(GOLD)),
	}
}

fn now() -> Moment {
	use polkadot_sdk::frame_support::traits::Time;
	Clock::now()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 768, ..ProptestConfig::default() })]

	#[test]
	fn allowed_if_and_only_if_it_succeeds(ops in prop::collection::vec(op(), 1..80)) {
		let world = ExtBuilder::default().gold(ALICE, 90).gold(BOB, 60).gold(ISSUER, 60);
		world.build_and_execute(|| {
			for op in ops {
				step(op);
				assert_ok!(Compliance::do_try_state());
			}
		});
	}
}
