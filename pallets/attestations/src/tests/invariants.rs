//! Each invariant is seen to break.

use super::*;
use polkadot_sdk::sp_runtime::DispatchError;

/// Spoils a sound chain and sees the check with this number fail.
fn spoil(number: &str, corrupt: impl FnOnce()) {
	ExtBuilder.build().execute_with(|| {
		attest(1_000);
		LastAnnounced::<Test>::insert(GOLD, ReserveStatus::Backed);
		assert_ok!(Attestations::do_try_state());
		corrupt();
		match Attestations::do_try_state() {
			Err(DispatchError::Other(message)) => {
				assert!(message.starts_with(number), "{message} instead of {number}")
			},
			other => panic!("{other:?} instead of {number}"),
		}
	});
}

/// Changes the report, and what a gate reads of it alike.
fn change(act: impl FnOnce(&mut Report)) {
	let mut report = Reports::<Test>::get(scope()).expect("it is stored");
	act(&mut report);
	Scopes::<Test>::mutate(GOLD, |records| {
		*records.iter_mut().next().expect("it is listed") = ScopeRecord::of(scope(), &report)
	});
	Reports::<Test>::insert(scope(), report);
}

fn verdict_by(auditor: u32, at: Moment, verdict: Verdict) -> Confirmation {
	Confirmation {
		auditor,
		quantity: 1_000,
		verdict,
		evidence_hash: Hash::zero(),
		at,
	}
}

fn add(confirmation: Confirmation) {
	change(|report| {
		report
			.confirmations
			.try_push(confirmation)
			.expect("there is room")
	});
}

#[test]
fn inv_att_1_scopes_are_unique_and_no_list_is_empty() {
	spoil("INV-ATT-1", || Scopes::<Test>::insert(7, BoundedVec::new()));
	spoil("INV-ATT-1", || {
		Scopes::<Test>::mutate(GOLD, |records| {
			let first = records.first().expect("it is listed").clone();
			records.try_push(first).expect("there is room");
		})
	});
}

#[test]
fn inv_att_2_reports_and_scopes_go_together() {
	spoil("INV-ATT-2", || Reports::<Test>::remove(scope()));
	spoil("INV-ATT-2", || {
		let report = Reports::<Test>::get(scope()).expect("it is stored");
		Reports::<Test>::insert(other_scope(), report)
	});
}

#[test]
fn inv_att_3_gates_read_what_the_report_says() {
	spoil("INV-ATT-3", || {
		Scopes::<Test>::mutate(GOLD, |records| {
			records.iter_mut().for_each(|record| record.quantity += 1)
		})
	});
}

#[test]
fn inv_att_3_gates_read_faults_and_challenges() {
	let record = |act: fn(&mut ScopeRecord)| {
		move || Scopes::<Test>::mutate(GOLD, |records| records.iter_mut().for_each(act))
	};
	spoil("INV-ATT-3", record(|record| record.faulted = true));
	spoil("INV-ATT-3", record(|record| record.answer_by = Some(NOW)));
	spoil("INV-ATT-3", || {
		Heads::<Test>::mutate_extant(scope(), |head| head.faulted_at = Some(NOW))
	});
	spoil("INV-ATT-3", || {
		challenge(HOLDER_KEY);
		Challenges::<Test>::mutate(scope(), |open| {
			open.iter_mut().for_each(|one| one.answer_by += 1)
		});
	});
}

#[test]
fn inv_att_4_reports_lie_in_their_time() {
	spoil("INV-ATT-4", || {
		change(|report| report.statement.as_of = NOW + 1)
	});
	spoil("INV-ATT-4", || {
		change(|report| report.statement.valid_until = NOW)
	});
}

#[test]
fn inv_att_5_verdicts_are_single_independent_and_later() {
	spoil("INV-ATT-5", || {
		add(verdict_by(AUDITOR, NOW, Verdict::Confirms))
	});
	spoil("INV-ATT-5", || {
		add(verdict_by(CUSTODIAN, NOW, Verdict::Confirms))
	});
	spoil("INV-ATT-5", || {
		add(verdict_by(OTHER_AUDITOR, NOW - 1, Verdict::Confirms))
	});
}

#[test]
fn inv_att_6_heads_end_the_chain() {
	spoil("INV-ATT-6", || Heads::<Test>::remove(scope()));
	let head = |act: fn(&mut Head)| {
		move || {
			Heads::<Test>::mutate(scope(), |head| act(head.as_mut().expect("it is stored")));
		}
	};
	spoil("INV-ATT-6", head(|head| head.as_of -= 1));
	spoil("INV-ATT-6", head(|head| head.sequence += 1));
	spoil("INV-ATT-6", head(|head| head.hash = Hash::zero()));
	spoil("INV-ATT-6", || {
		change(|report| report.previous_hash = Hash::repeat_byte(1));
		let hash = Reports::<Test>::get(scope())
			.expect("it is stored")
			.hash(scope());
		Heads::<Test>::insert(
			scope(),
			Head {
				as_of: NOW,
				sequence: 0,
				hash,
				faulted_at: None,
			},
		);
	});
}

#[test]
fn inv_att_7_announced_assets_have_scopes() {
	spoil("INV-ATT-7", || {
		LastAnnounced::<Test>::insert(7, ReserveStatus::Lapsed)
	});
}

#[test]
fn inv_att_8_there_is_room_for_a_contradiction() {
	spoil("INV-ATT-8", || {
		for place in 1..MAX_CONFIRMATIONS {
			add(verdict_by(1_000 + place, NOW, Verdict::Confirms));
		}
	});
}

#[test]
fn inv_att_9_histories_are_chains_that_end_at_their_heads() {
	let links = |act: fn(&mut Vec<Link>)| {
		move || {
			world(|world| world.now += 1);
			report(NOW + 1, 5);
			world(|world| world.now += 1);
			report(NOW + 2, 6);
			assert_ok!(Attestations::do_try_state());
			Histories::<Test>::mutate(scope(), |links| {
				let mut changed = links.clone().into_inner();
				act(&mut changed);
				*links = changed.try_into().expect("no more than before");
			});
		}
	};
	spoil("INV-ATT-9", links(|links| links.clear()));
	spoil("INV-ATT-9", links(|links| links.truncate(2)));
	spoil(
		"INV-ATT-9",
		links(|links| links.retain(|link| link.sequence != 1)),
	);
	spoil("INV-ATT-9", links(|links| links[0].quantity += 1));
	spoil("INV-ATT-9", links(|links| links[2].quantity += 1));
	spoil(
		"INV-ATT-9",
		links(|links| links[1].previous_hash = Hash::zero()),
	);
	spoil("INV-ATT-9", || {
		let links = Histories::<Test>::get(scope());
		Histories::<Test>::insert(other_scope(), links);
	});
}

#[test]
fn inv_att_10_challenges_are_sound() {
	spoil("INV-ATT-10", || {
		Challenges::<Test>::insert(scope(), BoundedVec::new())
	});
	let open = |act: fn(&mut Challenge<AccountId>)| {
		move || {
			challenge(HOLDER_KEY);
			challenge(AUDITOR_KEY);
			assert_ok!(Attestations::do_try_state());
			Challenges::<Test>::mutate(scope(), |open| act(&mut open[1]));
		}
	};
	spoil("INV-ATT-10", open(|one| one.id = 0));
	spoil("INV-ATT-10", open(|one| one.id = 2));
	spoil("INV-ATT-10", open(|one| one.challenger = HOLDER));
	spoil("INV-ATT-10", open(|one| one.lots = Default::default()));
	spoil("INV-ATT-10", open(|one| one.opened_at = one.answer_by));
	spoil("INV-ATT-10", || {
		challenge(HOLDER_KEY);
		let open = Challenges::<Test>::take(scope());
		Scopes::<Test>::mutate(GOLD, |records| {
			records
				.iter_mut()
				.for_each(|record| record.answer_by = None)
		});
		Challenges::<Test>::insert(other_scope(), open);
	});
}

#[test]
fn inv_att_11_deposits_are_on_hold() {
	spoil("INV-ATT-11", || {
		challenge(HOLDER_KEY);
		Challenges::<Test>::mutate(scope(), |open| {
			open.iter_mut().for_each(|one| one.deposit -= 1)
		});
	});
}

#[test]
fn inv_att_12_dependents_are_counted() {
	for organisation in [CUSTODIAN, AUDITOR] {
		spoil("INV-ATT-12", || Dependents::<Test>::remove(organisation));
		spoil("INV-ATT-12", || {
			Dependents::<Test>::mutate(organisation, |count| *count += 1)
		});
	}
	spoil("INV-ATT-12", || Dependents::<Test>::insert(77, 0));
	spoil("INV-ATT-12", || {
		challenge(HOLDER_KEY);
		Dependents::<Test>::insert(CUSTODIAN, 1);
	});
}
