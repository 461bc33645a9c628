//! Random operations against a plain model that keeps balances per account and decides by itself.

mod limits;

use super::*;
use crate::{Freeze, FreezeTarget};
use assay_primitives::{IdentityId, Standing};
use limits::{limits, Limits, Past};
use polkadot_sdk::{
	frame_support::assert_ok, sp_io::storage::root as storage_root, sp_storage::StateVersion,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Two accounts of one identity, two further holders, and somebody unknown.
const ACCOUNTS: [AccountId; 5] = [ALICE, ALICE_2, BOB, CAROL, STRANGER];

fn identity(account: AccountId) -> Option<IdentityId> {
	match account {
		ALICE | ALICE_2 => Some(1),
		BOB => Some(2),
		CAROL => Some(3),
		_ => None,
	}
}

#[derive(Clone, Copy, Debug)]
enum Way {
	Ours,
	Theirs,
	KeepAlive,
	Approved(AccountId),
	OursApproved(AccountId),
}

#[derive(Clone, Debug)]
enum Op {
	Mint(AccountId, Balance),
	Transfer(Way, AccountId, AccountId, Balance),
	TransferAll(AccountId, AccountId, bool),
	Approve(AccountId, AccountId, Balance),
	Hold(AccountId, Purpose, Balance, bool),
	Release(AccountId, Purpose, Balance),
	Burn(AccountId, Purpose, Balance),
	MoveHeld(AccountId, AccountId, Purpose, Balance),
	FreezeAccount(AccountId, Freeze),
	FreezeIdentity(IdentityId, Freeze),
	Stand(IdentityId, Standing),
	Pause(bool),
	Limit(Limits),
	Pass(assay_primitives::Moment),
}

/// The world in plain words.
#[derive(Clone, Debug, Default)]
struct Model {
	free: BTreeMap<AccountId, Balance>,
	held: BTreeMap<(AccountId, Purpose), Balance>,
	approved: BTreeMap<(AccountId, AccountId), Balance>,
	frozen_accounts: BTreeMap<AccountId, Freeze>,
	frozen_identities: BTreeMap<IdentityId, Freeze>,
	standing: BTreeMap<IdentityId, Standing>,
	paused: bool,
	limits: Limits,
	past: Past,
}

impl Model {
	fn free(&self, who: AccountId) -> Balance {
		self.free.get(&who).copied().unwrap_or(0)
	}

	fn held(&self, who: AccountId, purpose: Purpose) -> Balance {
		self.held.get(&(who, purpose)).copied().unwrap_or(0)
	}

	fn held_in_all(&self, who: AccountId) -> Balance {
		Purpose::ALL
			.into_iter()
			.map(|purpose| self.held(who, purpose))
			.sum()
	}

	fn of(&self, identity_id: IdentityId) -> Balance {
		self.accounts_of(identity_id)
			.map(|who| self.free(who) + self.held_in_all(who))
			.sum()
	}

	fn accounts_of(&self, identity_id: IdentityId) -> impl Iterator<Item = AccountId> {
		ACCOUNTS
			.into_iter()
			.filter(move |who| identity(*who) == Some(identity_id))
	}

	fn holders(&self) -> u32 {
		(1..=3)
			.filter(|identity_id| self.of(*identity_id) > 0)
			.count() as u32
	}

	fn supply(&self) -> Balance {
		(1..=3).map(|identity_id| self.of(identity_id)).sum()
	}

	fn stands(&self, who: AccountId, suspended_may: bool) -> bool {
		match identity(who).map(|id| self.standing.get(&id).copied().unwrap_or(Standing::Active)) {
			Some(Standing::Active) => true,
			Some(Standing::Suspended) => suspended_may,
			Some(Standing::Sanctioned) | None => false,
		}
	}

	fn freezes(&self, who: AccountId) -> [Freeze; 2] {
		let of_identity = identity(who).and_then(|id| self.frozen_identities.get(&id));
		[
			self.frozen_accounts.get(&who).copied().unwrap_or_default(),
			of_identity.copied().unwrap_or_default(),
		]
	}

	fn fully_frozen(&self, who: AccountId) -> bool {
		self.freezes(who).contains(&Freeze::Full)
	}

	/// Free units that no freeze keeps.
	fn loose(&self, who: AccountId, leaves_identity: bool) -> Balance {
		let [of_account, of_identity] = self.freezes(who).map(Freeze::units);
		let here = self.free(who).saturating_sub(of_account);
		let Some(identity_id) = identity(who).filter(|_| leaves_identity) else {
			return here;
		};
		let everywhere: Balance = self
			.accounts_of(identity_id)
			.map(|who| self.free(who))
			.sum();
		here.min(everywhere.saturating_sub(of_identity))
	}

	/// Whether the receiver takes the units, coming from `from`.
	fn receives(&self, from: Option<AccountId>, to: AccountId, amount: Balance) -> bool {
		let Some(receiver) = identity(to) else {
			return false;
		};
		let sender = from.and_then(identity);
		let within = sender == Some(receiver);
		let begins = !within && self.of(receiver) == 0;
		let ends = !within && sender.is_some_and(|sender| self.of(sender) == amount);
		let limits = &self.limits;
		let holders = self.holders() + 1 - u32::from(ends);
		let held = sender.map(|sender| self.of(sender));
		let counts = limits.allow(held, self.of(receiver), amount)
			&& (!begins || limits.max_holders.is_none_or(|max| holders <= max))
			&& match sender.zip(held) {
				Some((sender, held)) => self.past.allows(limits, sender, held, amount),
				None => limits
					.supply
					.is_none_or(|most| self.supply() + amount <= most),
			};
		self.stands(to, false) && !self.fully_frozen(to) && (within || counts)
	}

	/// Notes a change of owner that has happened.
	fn note(&mut self, from: Option<AccountId>, to: Option<AccountId>, amount: Balance) {
		let (from, to) = (from.and_then(identity), to.and_then(identity));
		if from == to {
			return;
		}
		let limits = self.limits.clone();
		if let Some(from) = from {
			let held = self.of(from);
			match to {
				Some(_) => self.past.gave(&limits, from, held, amount),
				None => self.past.lost(from, held),
			}
		}
		if let Some(to) = to {
			self.past.got(&limits, to, amount);
		}
	}

	fn may_transfer(&self, from: AccountId, to: AccountId, amount: Balance, keep: bool) -> bool {
		let within = identity(from).is_some() && identity(from) == identity(to);
		// Of an account that holds something for a purpose, one unit stays in the ledger as free.
		// A last unit that is held is that unit.
		let anything_held = self.held_in_all(from) > 0;
		let formally_free = u128::from(keep || (anything_held && !self.last_held(from)));
		amount > 0
			&& !self.paused
			&& self.stands(from, false)
			&& !self.fully_frozen(from)
			&& amount <= self.loose(from, !within)
			&& (amount + formally_free <= self.free(from) || (keep && self.last_held(from)))
			&& self.receives(Some(from), to, amount)
	}

	/// Whether the ledger's free unit of the account is held: the model asks the real thing, since
	/// it depends on the order of holds.
	fn last_held(&self, who: AccountId) -> bool {
		crate::LastUnits::<Test>::contains_key((GOLD, who))
	}

	fn give(&mut self, from: AccountId, to: AccountId, amount: Balance) {
		*self.free.entry(from).or_default() -= amount;
		*self.free.entry(to).or_default() += amount;
		if amount > 0 {
			self.note(Some(from), Some(to), amount);
		}
	}

	fn agrees(&self) {
		for who in ACCOUNTS {
			let last = Balance::from(self.last_held(who));
			assert_eq!(free(who) - last, self.free(who), "free units of {who}");
			for purpose in Purpose::ALL {
				assert_eq!(
					held(who, purpose),
					self.held(who, purpose),
					"{purpose:?} of {who}"
				);
			}
		}
		for identity_id in 1..=3 {
			assert_eq!(total(identity_id), self.of(identity_id));
		}
		assert_eq!(crate::Holders::<Test>::get(GOLD).total(), self.holders());
		assert_eq!(
			<Ledger as GuardedLedger<AccountId>>::supply(GOLD),
			self.supply()
		);
		assert_ok!(Compliance::do_try_state());
	}
}

/// Runs our call in the ledger's layer, as a dispatch would.
fn run(call: impl Into<RuntimeCall>, who: AccountId) -> bool {
	submit(who, call).is_ok()
}

fn transfer(way: Way, from: AccountId, to: AccountId, amount: Balance) -> (AccountId, RuntimeCall) {
	use pallet_assets::Call as Assets;
	let (asset, reference, id) = (GOLD, None, GOLD);
	match way {
		Way::Ours => (
			from,
			crate::Call::transfer {
				asset,
				to,
				amount,
				reference,
			}
			.into(),
		),
		Way::Theirs => (from, assets_transfer(GOLD, to, amount)),
		Way::KeepAlive => (
			from,
			Assets::transfer_keep_alive {
				id,
				target: to,
				amount,
			}
			.into(),
		),
		Way::Approved(spender) => (
			spender,
			Assets::transfer_approved {
				id,
				owner: from,
				destination: to,
				amount,
			}
			.into(),
		),
		Way::OursApproved(spender) => (
			spender,
			crate::Call::transfer_from {
				asset,
				from,
				to,
				amount,
				reference,
			}
			.into(),
		),
	}
}

/// Makes one step in both worlds; what succeeds must be what the model expects.
fn step(model: &mut Model, op: Op) {
	let root = storage_root(StateVersion::V1);
	match op {
		Op::Mint(to, amount) => {
			let expected = amount > 0 && model.receives(None, to, amount);
			let done = <Ledger as GuardedLedger<_>>::mint(GOLD, &to, amount).is_ok();
			assert_eq!(done, expected);
			if done {
				*model.free.entry(to).or_default() += amount;
				model.note(None, Some(to), amount);
			}
		},
		Op::Transfer(way, from, to, amount) => {
			let keep = matches!(way, Way::KeepAlive);
			let spender = match way {
				Way::Approved(spender) | Way::OursApproved(spender) => Some(spender),
				_ => None,
			};
			let approved = spender.is_none_or(|spender| {
				model.stands(spender, false)
					&& model
						.approved
						.get(&(from, spender))
						.is_some_and(|limit| amount <= *limit)
			});
			let expected = approved && model.may_transfer(from, to, amount, keep);
			let (who, call) = transfer(way, from, to, amount);
			if !keep {
				let dry = Compliance::can_transfer(GOLD, from, to, amount, spender);
				assert_eq!(dry.is_empty(), expected, "{dry:?}");
			}
			let theirs = !matches!(way, Way::Ours | Way::OursApproved(_));
			if theirs {
				assert_eq!(pool(who, call.clone()).is_ok(), expected);
			}
			assert_eq!(run(call, who), expected);
			if expected {
				model.give(from, to, amount);
				if let Some(spender) = spender {
					let left = model.approved.get_mut(&(from, spender)).unwrap();
					*left -= amount;
					if *left == 0 {
						model.approved.remove(&(from, spender));
					}
				}
			} else {
				model.agrees();
			}
		},
		Op::TransferAll(from, to, keep_alive) => {
			let before = free(from);
			let call = pallet_assets::Call::transfer_all {
				id: GOLD,
				dest: to,
				keep_alive,
			};
			assert_eq!(pool(from, call.clone()).is_ok(), run(call, from));
			if from != to {
				let moved = before - free(from);
				assert!(moved == 0 || model.may_transfer(from, to, moved, keep_alive));
				model.give(from, to, moved);
			}
		},
		Op::Approve(owner, delegate, amount) => {
			let call = pallet_assets::Call::approve_transfer {
				id: GOLD,
				delegate,
				amount,
			};
			assert!(run(call, owner));
			*model.approved.entry((owner, delegate)).or_default() += amount;
		},
		Op::Hold(who, purpose, amount, redemption) => {
			let expected = amount > 0
				&& model.stands(who, redemption)
				&& !model.fully_frozen(who)
				&& amount <= model.loose(who, true);
			let done =
				<Ledger as GuardedHolds<_>>::hold(GOLD, purpose, &who, amount, redemption).is_ok();
			assert_eq!(done, expected);
			if done {
				*model.free.entry(who).or_default() -= amount;
				*model.held.entry((who, purpose)).or_default() += amount;
			} else {
				assert_eq!(root, storage_root(StateVersion::V1));
			}
		},
		Op::Release(who, purpose, amount) => {
			let expected = amount > 0 && amount <= model.held(who, purpose);
			assert_eq!(release(who, purpose, amount).is_ok(), expected);
			if expected {
				*model.held.entry((who, purpose)).or_default() -= amount;
				*model.free.entry(who).or_default() += amount;
			} else {
				assert_eq!(root, storage_root(StateVersion::V1));
			}
		},
		Op::Burn(who, purpose, amount) => {
			let expected = amount > 0 && amount <= model.held(who, purpose);
			let done = <Ledger as GuardedHolds<_>>::burn_held(GOLD, purpose, &who, amount).is_ok();
			assert_eq!(done, expected);
			if done {
				*model.held.entry((who, purpose)).or_default() -= amount;
				model.note(Some(who), None, amount);
			} else {
				assert_eq!(root, storage_root(StateVersion::V1));
			}
		},
		Op::MoveHeld(from, to, purpose, amount) => {
			let expected = amount > 0
				&& amount <= model.held(from, purpose)
				&& !model.paused
				&& model.stands(from, false)
				&& !model.fully_frozen(from)
				&& model.receives(Some(from), to, amount);
			let done =
				<Ledger as GuardedHolds<_>>::move_held(GOLD, purpose, &from, &to, amount).is_ok();
			assert_eq!(done, expected);
			if done {
				*model.held.entry((from, purpose)).or_default() -= amount;
				*model.free.entry(to).or_default() += amount;
				model.note(Some(from), Some(to), amount);
			} else {
				assert_eq!(root, storage_root(StateVersion::V1));
			}
		},
		Op::FreezeAccount(who, freeze) => {
			if identity(who).is_some() {
				assert_ok!(Compliance::do_freeze(
					GOLD,
					&FreezeTarget::Account(who),
					freeze
				));
				model.frozen_accounts.insert(who, freeze);
			}
		},
		Op::FreezeIdentity(identity_id, freeze) => {
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&FreezeTarget::Identity(identity_id),
				freeze
			));
			model.frozen_identities.insert(identity_id, freeze);
		},
		Op::Stand(identity_id, standing) => {
			Registry::set_standing(identity_id, standing);
			model.standing.insert(identity_id, standing);
		},
		Op::Pause(paused) => {
			if paused != model.paused {
				let change = if paused {
					Compliance::do_pause(GOLD, Movement::Transfer, None)
				} else {
					Compliance::do_resume(GOLD, Movement::Transfer, None)
				};
				assert_ok!(change);
			}
			model.paused = paused;
		},
		Op::Limit(limits) => {
			set_rules(GOLD, limits.rules());
			model.limits = limits;
		},
		Op::Pass(time) => {
			use polkadot_sdk::frame_support::traits::Time;
			Clock::set(Clock::now() + time);
		},
	}
}

fn account() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => Just(ALICE), 3 => Just(ALICE_2), 4 => Just(BOB), 3 => Just(CAROL), 1 => Just(STRANGER)]
}

fn purpose() -> impl Strategy<Value = Purpose> {
	prop::sample::select(Purpose::ALL.to_vec())
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![8 => 0..12_u128, 1 => 0..60_u128]
}

fn freeze() -> impl Strategy<Value = Freeze> {
	prop_oneof![
		4 => Just(Freeze::None),
		2 => (1..8_u128).prop_map(Freeze::Partial),
		1 => Just(Freeze::Full),
	]
}

fn way() -> impl Strategy<Value = Way> {
	prop_oneof![
		Just(Way::Ours),
		Just(Way::Theirs),
		Just(Way::KeepAlive),
		account().prop_map(Way::Approved),
		account().prop_map(Way::OursApproved),
	]
}

fn standing() -> impl Strategy<Value = Standing> {
	prop_oneof![4 => Just(Standing::Active), 1 => Just(Standing::Suspended), 1 => Just(Standing::Sanctioned)]
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		4 => (account(), amount()).prop_map(|(to, amount)| Op::Mint(to, amount)),
		10 => (way(), account(), account(), amount())
			.prop_map(|(way, from, to, amount)| Op::Transfer(way, from, to, amount)),
		2 => (account(), account(), any::<bool>())
			.prop_map(|(from, to, keep)| Op::TransferAll(from, to, keep)),
		2 => (account(), account(), 1..20_u128)
			.prop_map(|(owner, delegate, amount)| Op::Approve(owner, delegate, amount)),
		6 => (account(), purpose(), amount(), any::<bool>())
			.prop_map(|(who, purpose, amount, redeem)| Op::Hold(who, purpose, amount, redeem)),
		4 => (account(), purpose(), amount())
			.prop_map(|(who, purpose, amount)| Op::Release(who, purpose, amount)),
		4 => (account(), purpose(), amount())
			.prop_map(|(who, purpose, amount)| Op::Burn(who, purpose, amount)),
		4 => (account(), account(), purpose(), amount())
			.prop_map(|(from, to, purpose, amount)| Op::MoveHeld(from, to, purpose, amount)),
		2 => (account(), freeze()).prop_map(|(who, freeze)| Op::FreezeAccount(who, freeze)),
		1 => (1..4_u32, freeze()).prop_map(|(id, freeze)| Op::FreezeIdentity(id, freeze)),
		2 => (1..4_u32, standing()).prop_map(|(id, standing)| Op::Stand(id, standing)),
		1 => prop::bool::weighted(0.2).prop_map(Op::Pause),
		2 => limits().prop_map(Op::Limit),
		4 => (0..12_u64).prop_map(Op::Pass),
	]
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

	#[test]
	fn the_guarded_ledger_is_the_model(ops in prop::collection::vec(op(), 1..80)) {
		ExtBuilder::default().build_and_execute(|| {
			let mut model = Model::default();
			for op in [Op::Mint(ALICE, 30), Op::Mint(BOB, 20)].into_iter().chain(ops) {
				step(&mut model, op);
				model.agrees();
			}
		});
	}
}
