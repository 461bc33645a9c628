//! Each reason's figures: what the rule allows, what stands now, what was asked for.

use super::*;
use crate::{Freeze, FreezeTarget, ListMode, MAX_SUPPLY};
use assay_primitives::{AssetStatus as Status, Moment, Standing, DAY};
use polkadot_sdk::frame_support::assert_ok;

type Figures = (ReasonCode, Balance, Balance, Balance);

fn figures(request: Request<AccountId>) -> Vec<Figures> {
	Compliance::refusals(request)
		.iter()
		.map(|refusal| {
			(
				refusal.reason,
				refusal.limit,
				refusal.current,
				refusal.asked,
			)
		})
		.collect()
}

fn transfer(from: AccountId, to: AccountId, amount: Balance) -> Request<AccountId> {
	Request::transfer(GOLD, from, to, amount)
}

fn freeze(identity: u32, freeze: Freeze) {
	let target = FreezeTarget::Identity(identity);
	assert_ok!(Compliance::do_freeze(GOLD, &target, freeze));
}

#[test]
fn of_the_asset() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let unknown = Request::transfer(9, ALICE, BOB, 7);
			assert_eq!(figures(unknown), [(UnknownAsset, 0, 0, 7)]);
			assert_eq!(figures(transfer(ALICE, BOB, 0)), [(AmountZero, 1, 0, 0)]);
			Registry::set_status(GOLD, Status::Suspended);
			assert_ok!(Compliance::do_pause(GOLD, Movement::Transfer, None));
			assert_ok!(Compliance::do_clear_policy(GOLD));
			assert_eq!(
				figures(transfer(ALICE, BOB, 7)),
				[
					(AssetStatus, 0, 0, 7),
					(MovementPaused, 0, 0, 7),
					(PolicyMissing, 0, 0, 7)
				]
			);
		});
}

#[test]
fn of_unknown_parties() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let unknown = transfer(STRANGER, STRANGER, 7).spent_by(Some(STRANGER));
			assert_eq!(
				figures(unknown),
				[
					(SenderUnknown, 0, 0, 0),
					(SpenderUnknown, 0, 0, 0),
					(ReceiverUnknown, 0, 0, 0),
					(FreeUnits, 0, 0, 7),
					(Allowance, 0, 0, 7)
				]
			);
			let forced = Request {
				movement: Movement::Forced,
				..transfer(STRANGER, BOB, 7)
			};
			assert_eq!(
				figures(forced),
				[(SenderUnknown, 0, 0, 7), (FreeUnits, 0, 0, 7)]
			);
			let forced = Request {
				movement: Movement::Forced,
				..transfer(ALICE, STRANGER, 7)
			};
			assert_eq!(figures(forced), [(ReceiverUnknown, 0, 0, 0)]);
			// Nobody has nothing to give all of.
			assert_ok!(Compliance::do_pause(GOLD, Movement::Transfer, None));
			let nobody = Request {
				from: None,
				amount: crate::Amount::All,
				..transfer(ALICE, BOB, 7)
			};
			assert_eq!(
				figures(nobody),
				[(MovementPaused, 0, 0, 0), (SenderUnknown, 0, 0, 0)]
			);
		});
}

#[test]
fn of_the_parties() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let until: Moment = NOW + DAY;
			use assay_traits::InterventionLedger;
			assert_ok!(<Ledger as InterventionLedger<_>>::freeze(
				GOLD, &ALICE, 3, until
			));
			for identity in [1, 2] {
				freeze(identity, Freeze::Full);
				Registry::depart(identity, 840);
			}
			Registry::replace(ALICE);
			Registry::replace(CAROL);
			for (standing, [sender, spender, receiver]) in [
				(
					Standing::Suspended,
					[SenderSuspended, SpenderSuspended, ReceiverSuspended],
				),
				(
					Standing::Sanctioned,
					[SenderSanctioned, SpenderSanctioned, ReceiverSanctioned],
				),
			] {
				for identity in [1, 2, 3] {
					Registry::set_standing(identity, standing);
				}
				assert_eq!(
					figures(transfer(ALICE, BOB, 7).spent_by(Some(CAROL))),
					[
						(sender, 0, 0, 0),
						(SenderFrozen, 0, 0, 7),
						(SenderUnderDocket, until.into(), NOW.into(), 7),
						(SenderLocked, 0, 0, 7),
						(SenderReplaced, 0, 0, 7),
						(spender, 0, 0, 0),
						(SpenderReplaced, 0, 0, 7),
						(receiver, 0, 0, 0),
						(ReceiverFrozen, 0, 0, 7),
						(ReceiverLocked, 0, 0, 7),
						(Allowance, 0, 0, 7)
					]
				);
			}
		});
}

#[test]
fn of_the_units() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(Assets::approve_transfer(
				RuntimeOrigin::signed(ALICE),
				GOLD,
				DAVE,
				30
			));
			let spent = transfer(ALICE, BOB, 31).spent_by(Some(DAVE));
			assert_eq!(figures(spent), [(Allowance, 30, 30, 31)]);
			let all_but = Request {
				keep_alive: true,
				..transfer(ALICE, BOB, 100)
			};
			assert_eq!(figures(all_but.clone()), [(KeepAlive, 99, 100, 100)]);
			assert_ok!(hold(ALICE, Purpose::Escrow, 10));
			assert_eq!(figures(transfer(ALICE, BOB, 90)), [(HeldUnits, 89, 90, 90)]);
			let amount = crate::Amount::Exactly(90);
			assert_eq!(
				figures(Request { amount, ..all_but }),
				[(HeldUnits, 89, 90, 90), (KeepAlive, 89, 90, 90)]
			);
			freeze(1, Freeze::Partial(20));
			assert_eq!(figures(transfer(ALICE, BOB, 71)), [(FreeUnits, 70, 90, 71)]);
			// What a hold or a transfer within the identity finds, and a docket.
			let of = |movement, to, amount| {
				figures(Request {
					movement,
					to,
					..transfer(ALICE, BOB, amount)
				})
			};
			assert_eq!(of(Movement::Hold, None, 71), [(FreeUnits, 70, 90, 71)]);
			assert_eq!(figures(transfer(ALICE, ALICE_2, 89)), []);
			assert_eq!(of(Movement::Forced, None, 91), [(FreeUnits, 90, 90, 91)]);
		});
}

#[test]
fn of_single_units_and_of_none() {
	use ReasonCode::*;
	let one = |keep_alive, from, amount| Request {
		keep_alive,
		..transfer(from, CAROL, amount)
	};
	ExtBuilder::default()
		.gold(ALICE, 1)
		.gold(DAVE, 2)
		.rules([Rule::MinimumAmount { units: 1 }])
		.build_and_execute(|| {
			assert_eq!(figures(one(true, ALICE, 1)), [(KeepAlive, 0, 1, 1)]);
			assert_ok!(hold(DAVE, Purpose::Escrow, 1));
			assert_eq!(figures(one(false, DAVE, 1)), [(HeldUnits, 0, 1, 1)]);
			// Who has nothing ends no position by giving nothing.
			for keep_alive in [false, true] {
				assert_eq!(
					figures(one(keep_alive, BOB, 0)),
					[(AmountZero, 1, 0, 0), (MinimumAmount, 1, 0, 0)]
				);
			}
		});
}

#[test]
fn of_the_ledgers_counters() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let context = Compliance::load(transfer(ALICE, BOB, 7));
			for (accounts, sufficients, fits) in [
				(u32::MAX - 1, u32::MAX - 1, true),
				(u32::MAX, 0, false),
				(0, u32::MAX, false),
			] {
				let mut context = context.clone();
				let ledger = context.ledger.as_mut().unwrap();
				(ledger.accounts, ledger.sufficients) = (accounts, sufficients);
				let (refusals, effects) = crate::evaluate::evaluate(&context);
				assert_eq!((refusals.is_empty(), effects.is_some()), (fits, fits));
			}
		});
}

#[test]
fn of_rules_on_who() {
	use ReasonCode::*;
	let jurisdictions = Rule::Jurisdictions {
		side: Side::Both,
		mode: ListMode::Allow,
		list: Default::default(),
	};
	let rules = [
		kyc(Side::Both),
		jurisdictions,
		Rule::ReceiverCategory {
			allowed: Default::default(),
		},
		Rule::Denylist {
			identities: vec![1, 2].try_into().unwrap(),
		},
		Rule::Counterparties {
			mode: ListMode::Allow,
			pairs: Default::default(),
		},
		Rule::PreApproval,
		Rule::ReceiverOptIn,
	];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules(rules)
		.build_and_execute(|| {
			let who = [
				(SenderClaim, 0, 0, 0),
				(ReceiverClaim, 0, 0, 0),
				(SenderJurisdiction, 0, 0, 0),
				(ReceiverJurisdiction, 0, 0, 0),
				(ReceiverCategory, 0, 0, 0),
				(SenderDenied, 0, 0, 0),
				(ReceiverDenied, 0, 0, 0),
				(Counterparty, 0, 0, 7),
			];
			let with = |approved| {
				let wanted = [(NotPreApproved, approved, 0, 7), (ReceiverOptIn, 1, 0, 7)];
				[&who[..], &wanted[..]].concat()
			};
			assert_eq!(figures(transfer(ALICE, BOB, 7)), with(0));
			let officer = RuntimeOrigin::signed(OFFICER);
			assert_ok!(Compliance::approve_transfer(officer, GOLD, 1, 2, 6, NOW));
			assert_eq!(figures(transfer(ALICE, BOB, 7)), with(6));
			Clock::set(NOW + 1);
			assert_eq!(figures(transfer(ALICE, BOB, 7)), with(0));
		});
}

#[test]
fn of_rules_on_figures() {
	use ReasonCode::*;
	let cap = |country| Rule::MaxHoldersPerCountry { country, max: 1 };
	let rules = [
		Rule::MaxBalance { units: 6 },
		Rule::MaxBalanceBps { bps: 599 },
		Rule::MaxHolders { max: 1 },
		cap(None),
		cap(Some(756)),
		Rule::LockUp { until: NOW + DAY },
		Rule::TransferWindows {
			windows: Default::default(),
		},
		Rule::VolumePerPeriod {
			units: 6,
			period_ms: DAY,
		},
		Rule::MinimumAmount { units: 8 },
		Rule::MinimumPosition { units: 101 },
		Rule::FullBalanceOnly,
	];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules(rules)
		.build_and_execute(|| {
			let now: Balance = NOW.into();
			assert_eq!(
				figures(transfer(ALICE, BOB, 7)),
				[
					(MaxBalance, 6, 0, 7),
					(MaxBalance, 5, 0, 7),
					(MaxHolders, 1, 1, 1),
					(MaxHoldersPerCountry, 1, 1, 1),
					(MaxHoldersPerCountry, 1, 1, 1),
					(LockUp, (NOW + DAY).into(), now, 7),
					(TransferWindow, 0, now, 7),
					(VolumePerPeriod, 6, 0, 7),
					(MinimumAmount, 8, 0, 7),
					(MinimumAmount, 101, 93, 7),
					(MinimumAmount, 101, 7, 7),
					(FullBalanceOnly, 100, 100, 7)
				]
			);
		});
}

#[test]
fn of_mints() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			set_rules(GOLD, [Rule::SupplyCap { units: 106 }]);
			let minted = |amount| Request {
				movement: Movement::Mint,
				from: None,
				..transfer(ALICE, ALICE, amount)
			};
			assert_eq!(figures(minted(7)), [(SupplyCap, 106, 100, 7)]);
			assert_eq!(figures(minted(6)), []);
			// A supply that does not fit leaves no room.
			set_rules(GOLD, [Rule::MaxBalanceBps { bps: 10_000 }]);
			assert_eq!(
				figures(minted(Balance::MAX)),
				[
					(MaxBalance, 0, 100, Balance::MAX),
					(Overflow, MAX_SUPPLY, 100, Balance::MAX)
				]
			);
			set_rules(GOLD, [Rule::MaxBalanceBps { bps: 5_000 }]);
			assert_eq!(figures(minted(99_900)), [(MaxBalance, 50_000, 100, 99_900)]);
			set_rules(GOLD, []);
			let room = MAX_SUPPLY - 100;
			assert_eq!(figures(minted(room)), []);
			assert_eq!(
				figures(minted(room + 1)),
				[(Overflow, MAX_SUPPLY, 100, room + 1)]
			);
		});
}
