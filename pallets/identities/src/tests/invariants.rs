use super::*;

/// Corrupts a sound chain and expects the check named `invariant` to see it.
fn sees(invariant: &str, corrupt: impl FnOnce()) {
	Present::set(NOW);
	new_test_ext().execute_with(|| {
		assert_ok!(Identity::do_try_state());
		corrupt();
		let found = match Identity::do_try_state() {
			Err(DispatchError::Other(message)) => message,
			other => panic!("{invariant}: {other:?}"),
		};
		assert!(
			found.starts_with(&format!("{invariant}:")),
			"{invariant}: {found}"
		);
	});
}

fn alter(identity: IdentityId, change: impl FnOnce(&mut IdentityRecord)) {
	Identities::<Test>::mutate(identity, |slot| change(slot.as_mut().unwrap()));
}

#[test]
fn inv_idt_1_accounts_are_the_links() {
	sees("INV-IDT-1", || Links::<Test>::remove(ANNA));
	sees("INV-IDT-1", || AccountsOf::<Test>::remove(ANNA_ID));
	sees("INV-IDT-1", || {
		AccountsOf::<Test>::insert(NEXT_ID, AccountSet::default())
	});
	sees("INV-IDT-1", || {
		AccountsOf::<Test>::mutate(ANNA_ID, |accounts| accounts.try_push(ANNA).unwrap());
	});
	sees("INV-IDT-1", || {
		Links::<Test>::mutate(ANNA, |slot| slot.as_mut().unwrap().identity = BEN_ID);
	});
}

#[test]
fn inv_idt_2_links_repeat_the_standing() {
	sees("INV-IDT-2", || {
		Links::<Test>::mutate(ANNA, |slot| {
			slot.as_mut().unwrap().standing = Standing::Suspended
		});
	});
}

#[test]
fn inv_idt_3_standing_follows() {
	sees("INV-IDT-3", || {
		alter(ANNA_ID, |record| record.sanctioned = true)
	});
	sees("INV-IDT-3", || {
		alter(ANNA_ID, |record| {
			record.suspended_by = Some(Authority::Council)
		});
	});
}

#[test]
fn inv_idt_4_jurisdictions_are_numbers_of_countries() {
	sees("INV-IDT-4", || {
		alter(ANNA_ID, |record| record.profile.jurisdiction = 0)
	});
	sees("INV-IDT-4", || {
		alter(ANNA_ID, |record| record.profile.jurisdiction = 1000)
	});
}

#[test]
fn inv_idt_4_holds_for_pending_ones_too() {
	for pending in [0, 1000] {
		sees("INV-IDT-4", || {
			alter(ANNA_ID, |record| {
				record.profile.pending_jurisdiction = Some(pending)
			})
		});
	}
}

#[test]
fn inv_idt_5_organisations_and_their_persons() {
	sees("INV-IDT-5", || {
		alter(BANK_ID, |record| {
			record.profile.organisation = Some(REGISTRY)
		})
	});
	sees("INV-IDT-5", || {
		alter(BEN_ID, |record| record.profile.organisation = Some(ANNA_ID))
	});
	sees("INV-IDT-5", || {
		alter(BEN_ID, |record| record.profile.organisation = None)
	});
	sees("INV-IDT-5", || Members::<Test>::insert(BANK_ID, 2));
	sees("INV-IDT-5", || Members::<Test>::insert(ISSUER_ID, 0));
}

#[test]
fn inv_idt_6_one_claim_per_topic_and_issuer() {
	sees("INV-IDT-6", || {
		alter(ANNA_ID, |record| {
			for valid_until in [1, 2] {
				let claim = Claim {
					topic: ClaimTopic::Kyc,
					issuer: ISSUER_ID,
					valid_until,
					data_hash: Hash::zero(),
				};
				record.profile.claims.try_push(claim).unwrap();
			}
		});
	});
}

#[test]
fn inv_idt_7_lists_are_sorted_and_exist() {
	let set = |registrars: Vec<IdentityId>| {
		Registrars::<Test>::put(RegistrarSet::try_from(registrars).unwrap());
	};
	sees("INV-IDT-7", || set(vec![2, 0]));
	sees("INV-IDT-7", || set(vec![2, 2]));
	sees("INV-IDT-7", || set(vec![NEXT_ID]));
	sees("INV-IDT-7", || {
		let trusted = TrustedIssuer {
			topic: ClaimTopic::Kyc,
			issuer: ISSUER_ID,
		};
		ClaimIssuers::<Test>::mutate(|issuers| issuers.try_push(trusted).unwrap());
	});
	sees("INV-IDT-7", || {
		let trusted = TrustedIssuer {
			topic: ClaimTopic::Custom(1),
			issuer: NEXT_ID,
		};
		ClaimIssuers::<Test>::mutate(|issuers| issuers.try_push(trusted).unwrap());
	});
}

#[test]
fn inv_idt_8_nothing_is_left_of_what_does_not_exist() {
	sees("INV-IDT-8", || LinkNonces::<Test>::insert(NEXT_ID, 1));
	sees("INV-IDT-8", || {
		let proposal = OrganisationProposal {
			organisation: BANK_ID,
			expires: NOW,
		};
		OrganisationProposals::<Test>::insert(NEXT_ID, proposal);
	});
	sees("INV-IDT-8", || {
		Deposits::<Test>::insert(
			NEXT_ID,
			Deposit {
				depositor: ANNA,
				amount: 0,
			},
		);
	});
	sees("INV-IDT-8", || {
		let (registrar, hash) = (REGISTRY, Hash::zero());
		ReferenceOf::<Test>::insert(NEXT_ID, Reference { registrar, hash });
	});
	sees("INV-IDT-8", || NextIdentityId::<Test>::put(BEN_ID));
}

#[test]
fn inv_idt_9_deposits_are_held() {
	sees("INV-IDT-9", || {
		Deposits::<Test>::insert(
			ANNA_ID,
			Deposit {
				depositor: ANNA,
				amount: 1,
			},
		);
	});
	sees("INV-IDT-9", || {
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
		LinkProposals::<Test>::mutate(MULTISIG, ANNA_ID, |slot| {
			slot.as_mut().unwrap().deposit.amount -= 1;
		});
	});
}

#[test]
fn inv_idt_10_linked_accounts_are_alive() {
	sees("INV-IDT-10", || {
		System::dec_providers(&ANNA_2).unwrap();
	});
}

#[test]
fn inv_idt_9_deposits_for_replacements_are_held() {
	sees("INV-IDT-9", || {
		open_replacement();
		Replacements::<Test>::mutate(ANNA_2, |slot| {
			slot.as_mut().unwrap().deposit.amount += 1;
		});
	});
}

#[test]
fn inv_idt_11_links_and_replacements_agree() {
	let alter_link = |account: AccountId, change: fn(&mut AccountLink)| {
		Links::<Test>::mutate(account, |slot| change(slot.as_mut().unwrap()));
	};
	sees("INV-IDT-11", || {
		alter_link(ANNA, |link| link.state = LinkState::Replaced);
	});
	sees("INV-IDT-11", || {
		alter_link(ANNA, |link| link.state = LinkState::Successor);
	});
	sees("INV-IDT-11", || {
		open_replacement();
		alter_link(ANNA_2, |link| link.state = LinkState::Ordinary);
	});
	sees("INV-IDT-11", || {
		settle_replacement();
		alter_link(MULTISIG, |link| link.state = LinkState::Ordinary);
	});
	let alter_stage = |change: fn(&mut Replacement<AccountId>)| {
		Replacements::<Test>::mutate(ANNA_2, |slot| change(slot.as_mut().unwrap()));
	};
	sees("INV-IDT-11", || {
		settle_replacement();
		alter_stage(|replacement| replacement.accepted = false);
	});
	sees("INV-IDT-11", || {
		settle_replacement();
		alter_stage(|replacement| replacement.successor = BEN);
	});
	sees("INV-IDT-11", || {
		settle_replacement();
		alter_stage(|replacement| replacement.stage = ReplacementStage::Open);
	});
	sees("INV-IDT-11", || {
		open_replacement();
		alter_stage(|replacement| replacement.stage = ReplacementStage::Settling);
	});
}

#[test]
fn inv_idt_12_replacements_are_counted() {
	sees("INV-IDT-12", || {
		alter(ANNA_ID, |record| record.replacements = 1)
	});
	sees("INV-IDT-12", || {
		alter(ANNA_ID, |record| record.profile.replacing = true)
	});
	sees("INV-IDT-12", || {
		open_replacement();
		alter(ANNA_ID, |record| record.profile.replacing = false)
	});
}

#[test]
fn inv_idt_13_references_name_each_other() {
	let (registrar, hash) = (REGISTRY, Hash::repeat_byte(1));
	sees("INV-IDT-13", || {
		References::<Test>::insert(registrar, hash, ANNA_ID)
	});
	sees("INV-IDT-13", || {
		ReferenceOf::<Test>::insert(ANNA_ID, Reference { registrar, hash })
	});
}

#[test]
fn inv_idt_14_no_more_accounts_than_places() {
	sees("INV-IDT-14", || {
		for seed in 2..=MAX_ACCOUNTS as u8 {
			assert_ok!(Identity::attach_within(ANNA_ID, &key(seed).1, MAX_LINKED));
		}
	});
	// One that gives way is no more than what is left.
	sees("INV-IDT-14", || {
		settle_replacement();
		for seed in 2..=MAX_ACCOUNTS as u8 {
			assert_ok!(Identity::attach_within(ANNA_ID, &key(seed).1, MAX_LINKED));
		}
	});
}

#[test]
fn inv_idt_15_positions_of_whoever_holds() {
	sees("INV-IDT-15", || {
		let positions = [(756, 1)].into_iter().collect();
		<Identity as Seats>::set_positions(ANNA_ID, positions);
	});
}

#[test]
fn positions_are_kept_of_whom_is_known() {
	ExtBuilder::build_and_execute(|| {
		let positions: CountryCounts = [(276, 1), (756, 2)].into_iter().collect();
		set_holding(ANNA, true);
		<Identity as Seats>::set_positions(ANNA_ID, positions.clone());
		assert_eq!(<Identity as Seats>::positions(ANNA_ID), positions);
		assert_eq!(
			<Identity as Seats>::positions(u32::MAX),
			CountryCounts::default()
		);
	});
}
