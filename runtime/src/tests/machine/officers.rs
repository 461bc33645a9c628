//! Steps of officers, registrars and the council on the chain.

use super::{
	chain::{motion, outcome, person},
	model::{Model, Outcome},
	ops::*,
	setup::*,
};
use crate::{
	tests::{chain::*, world::*},
	Identities, Runtime,
};
use assay_primitives::{AccountId, ClaimTopic, Hash, Movement, DAY};
use pallet_compliance::{self as guard, FreezeTarget, ListMode, Pair, Policy};
use pallet_identities::{Call as Identity, Consent};
use polkadot_sdk::sp_runtime::MultiAddress;

type Guard = pallet_compliance::Call<Runtime>;
type Registry = pallet_asset_registry::Call<Runtime>;

fn topic(topic: Topic) -> ClaimTopic {
	match topic {
		Topic::Kyc => ClaimTopic::Kyc,
		Topic::Aml => ClaimTopic::Aml,
	}
}

fn voucher(voucher: Voucher) -> Actor {
	match voucher {
		Voucher::Registrar => REGISTRAR,
		Voucher::Auditor => AUDITOR,
	}
}

fn side(side: Side) -> guard::Side {
	match side {
		Side::Sender => guard::Side::Sender,
		Side::Receiver => guard::Side::Receiver,
		Side::Both => guard::Side::Both,
	}
}

const fn mode(allow: bool) -> ListMode {
	if allow {
		ListMode::Allow
	} else {
		ListMode::Deny
	}
}

fn list<T, U, S: polkadot_sdk::frame_support::traits::Get<u32>>(
	items: &[T],
	change: impl Fn(&T) -> U,
) -> polkadot_sdk::frame_support::BoundedVec<U, S> {
	let items: Vec<U> = items.iter().map(change).collect();
	items.try_into().ok().expect("few")
}

fn window(window: &Window) -> guard::Window {
	match *window {
		Window::Weekly { days, from, until } => guard::Window::Weekly {
			days,
			from_minute: from,
			until_minute: until,
		},
		Window::Once { from, until } => guard::Window::Once { from, until },
	}
}

fn rule(model: &Model, rule: &Rule) -> guard::Rule {
	let person = |it: &Person| person(model, *it);
	match rule {
		Rule::Claim(asked, about, named) => guard::Rule::RequiredClaim {
			side: side(*asked),
			topic: topic(*about),
			issuers: list(named, |it| identity(voucher(*it))),
		},
		Rule::Countries(asked, allow, countries) => guard::Rule::Jurisdictions {
			side: side(*asked),
			mode: mode(*allow),
			list: list(countries, |it| *it),
		},
		Rule::Categories(allowed) => guard::Rule::ReceiverCategory {
			allowed: list(allowed, |it| CATEGORIES[usize::from(*it)]),
		},
		Rule::Denied(denied) => guard::Rule::Denylist {
			identities: list(denied, person),
		},
		Rule::MaxBalance(units) => guard::Rule::MaxBalance { units: *units },
		Rule::MaxBalanceBps(bps) => guard::Rule::MaxBalanceBps { bps: *bps },
		Rule::MaxHolders(max) => guard::Rule::MaxHolders { max: *max },
		Rule::MaxHoldersOf(country, max) => guard::Rule::MaxHoldersPerCountry {
			country: *country,
			max: *max,
		},
		Rule::LockUp(until) => guard::Rule::LockUp { until: *until },
		Rule::Holding(period_ms) => guard::Rule::HoldingPeriod {
			period_ms: *period_ms,
		},
		Rule::Windows(windows) => guard::Rule::TransferWindows {
			windows: list(windows, window),
		},
		Rule::Volume(units, period_ms) => guard::Rule::VolumePerPeriod {
			units: *units,
			period_ms: *period_ms,
		},
		Rule::MinAmount(units) => guard::Rule::MinimumAmount { units: *units },
		Rule::MinPosition(units) => guard::Rule::MinimumPosition { units: *units },
		Rule::FullBalance => guard::Rule::FullBalanceOnly,
		Rule::PreApproval => guard::Rule::PreApproval,
		Rule::Pairs(allow, pairs) => guard::Rule::Counterparties {
			mode: mode(*allow),
			pairs: list(pairs, |(from, to)| Pair {
				sender: from.as_ref().map(person),
				receiver: to.as_ref().map(person),
			}),
		},
		Rule::SupplyCap(units) => guard::Rule::SupplyCap { units: *units },
		Rule::OptIn => guard::Rule::ReceiverOptIn,
	}
}

fn policy(model: &Model, rules: &[Rule]) -> Policy {
	list(rules, |it| rule(model, it))
}

pub fn freeze(freeze: Freeze) -> guard::Freeze {
	match freeze {
		Freeze::None => guard::Freeze::None,
		Freeze::Partial(units) => guard::Freeze::Partial(units),
		Freeze::Full => guard::Freeze::Full,
	}
}

fn frozen(model: &Model, targets: &[Target], new: Freeze) -> Outcome {
	let (asset, freeze, case) = (GOLD, freeze(new), Hash::repeat_byte(6));
	let on_chain = |target: &Target| match target {
		Target::Person(it) => FreezeTarget::Identity(person(model, *it)),
		Target::Account(account) => FreezeTarget::Account(id(*account)),
	};
	match (targets, new) {
		([target], Freeze::None) => {
			let target = on_chain(target);
			outcome(OFFICER, Guard::thaw { asset, target })
		},
		([target], _) => {
			let target = on_chain(target);
			outcome(
				OFFICER,
				Guard::freeze {
					asset,
					target,
					freeze,
				},
			)
		},
		(_, Freeze::None) => {
			let targets = list(targets, on_chain);
			outcome(
				OFFICER,
				Guard::thaw_many {
					asset,
					targets,
					case,
				},
			)
		},
		_ => {
			let targets = list(targets, on_chain);
			outcome(
				OFFICER,
				Guard::freeze_many {
					asset,
					targets,
					freeze,
					case,
				},
			)
		},
	}
}

fn by(by: By, call: Guard) -> Outcome {
	match by {
		By::Council => motion(call),
		By::Officer => outcome(OFFICER, call),
		By::Issuer => outcome(ISSUER, call),
	}
}

/// Policies, freezes, pauses and the asset's status; `None` for any other step.
pub fn control(model: &Model, op: &Op) -> Option<Outcome> {
	let asset = GOLD;
	Some(match op {
		Op::SetPolicy(rules) => {
			let policy = policy(model, rules);
			outcome(OFFICER, Guard::set_policy { asset, policy })
		},
		Op::SchedulePolicy(rules, effective_at) => {
			let (policy, effective_at) = (policy(model, rules), *effective_at);
			outcome(
				OFFICER,
				Guard::schedule_policy {
					asset,
					policy,
					effective_at,
				},
			)
		},
		Op::CancelSchedule => outcome(OFFICER, Guard::cancel_scheduled_policy { asset }),
		Op::ClearPolicy => outcome(OFFICER, Guard::clear_policy { asset }),
		Op::PreApprove(from, to, max_amount, until) => outcome(
			OFFICER,
			Guard::approve_transfer {
				asset,
				from: person(model, *from),
				to: person(model, *to),
				max_amount: *max_amount,
				until: *until,
			},
		),
		Op::CancelPreApproval(from, to) => {
			let (from, to) = (person(model, *from), person(model, *to));
			outcome(OFFICER, Guard::cancel_transfer_approval { asset, from, to })
		},
		Op::Freeze(targets, new) => frozen(model, targets, *new),
		Op::Pause(place, who) => {
			let movement = Movement::ALL[*place];
			by(*who, Guard::pause { asset, movement })
		},
		Op::Resume(place, who) => {
			let movement = Movement::ALL[*place];
			by(*who, Guard::resume { asset, movement })
		},
		Op::SuspendAsset => outcome(OFFICER, Registry::suspend { asset }),
		Op::ResumeAsset => motion(Registry::resume { asset }),
		_ => return None,
	})
}

/// Steps of registrars and the council with identities.
pub fn identities(model: &Model, op: &Op) -> Outcome {
	let person = |it: &Person| person(model, *it);
	let case = Hash::repeat_byte(7);
	match op {
		Op::Suspend(it) => {
			let identity = person(it);
			outcome(REGISTRAR, Identity::suspend { identity })
		},
		Op::Reinstate(it) => {
			let identity = person(it);
			outcome(REGISTRAR, Identity::reinstate { identity })
		},
		Op::Sanction(it) => {
			let identity = person(it);
			motion(Identity::sanction { identity, case })
		},
		Op::LiftSanction(it) => {
			let identity = person(it);
			motion(Identity::lift_sanction { identity, case })
		},
		Op::Claim(it, about, of, valid_until) => outcome(
			voucher(*of),
			Identity::add_claim {
				identity: person(it),
				topic: topic(*about),
				valid_until: *valid_until,
				data_hash: case,
			},
		),
		Op::RevokeClaim(it, about, of) => outcome(
			voucher(*of),
			Identity::revoke_claim {
				identity: person(it),
				topic: topic(*about),
				issuer: identity(voucher(*of)),
			},
		),
		Op::ApproveVoucher(about, of) => motion(Identity::approve_issuer {
			topic: topic(*about),
			issuer: identity(voucher(*of)),
		}),
		Op::RevokeVoucher(about, of) => motion(Identity::revoke_issuer {
			topic: topic(*about),
			issuer: identity(voucher(*of)),
		}),
		Op::Category(it, category) => outcome(
			REGISTRAR,
			Identity::set_category {
				identity: person(it),
				category: CATEGORIES[usize::from(*category)],
			},
		),
		Op::ChangeCountry(it, country) => outcome(
			REGISTRAR,
			Identity::change_jurisdiction {
				identity: person(it),
				jurisdiction: *country,
			},
		),
		Op::Reseat(it, listed) => {
			let assets = if *listed { vec![GOLD] } else { vec![] };
			outcome(
				OFFICER,
				Guard::reseat {
					identity: person(it),
					assets: assets.try_into().expect("one"),
				},
			)
		},
		_ => accounts(model, op),
	}
}

/// Steps with links and replacements.
fn accounts(model: &Model, op: &Op) -> Outcome {
	let signer = |by: &Option<Account>| by.map_or(REGISTRAR, actor);
	let address = |account: Account| -> MultiAddress<AccountId, ()> { id(account).into() };
	match op {
		Op::Link(it, account, who) => {
			let identity = person(model, *it);
			let (account, expires) = (actor(*account), now() + DAY);
			let payload = Identities::link_payload(identity, account.account(), expires);
			outcome(
				signer(who),
				Identity::link_account {
					identity,
					account: account.account(),
					expires,
					signature: account.sign(&payload.expect("the identity exists")),
				},
			)
		},
		Op::Unlink(account, who) => {
			let account = id(*account);
			outcome(signer(who), Identity::unlink_account { account })
		},
		Op::Replace(who, old, new, accepted) => {
			let (new, expires) = (actor(*new), now() + DAY);
			let payload = Identities::replacement_payload(id(*old), new.account(), expires);
			// Whoever is not linked is not replaced either, whatever was signed.
			let consent = accepted.then(|| Consent {
				expires,
				signature: new.sign(&payload.unwrap_or_default()),
			});
			let (old, new) = (id(*old), new.account());
			outcome(
				signer(who),
				Identity::propose_replacement { old, new, consent },
			)
		},
		Op::CancelReplacement(old, by_council) => {
			let call = Identity::cancel_replacement { old: id(*old) };
			match by_council {
				true => motion(call),
				false => outcome(REGISTRAR, call),
			}
		},
		Op::SettleReplacement(old) => motion(Identity::settle_replacement {
			old: id(*old),
			case: Hash::repeat_byte(1),
		}),
		Op::CompleteReplacement(old) => {
			let old = id(*old);
			outcome(OFFICER, Identity::complete_replacement { old })
		},
		Op::MoveReplaced(old) => {
			let (asset, old) = (GOLD, address(*old));
			outcome(OFFICER, Guard::move_replaced { asset, old })
		},
		Op::CloseReplacement(old) => {
			let old = id(*old);
			outcome(OFFICER, Identity::close_replacement { old })
		},
		_ => unreachable!("{op:?} is done elsewhere"),
	}
}
