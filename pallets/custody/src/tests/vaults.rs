use super::*;
use assay_primitives::Scope;
use assay_traits::CustodyInspect;

fn name() -> VaultName {
	BoundedVec::truncate_from(b"Geneva freeport".to_vec())
}

#[test]
fn open_works_and_holds_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Custody::open_vault(signed(EMPLOYEE), name(), 756));
		System::assert_last_event(
			Event::VaultOpened {
				vault: 0,
				custodian: CUSTODIAN_ORG,
				jurisdiction: 756,
			}
			.into(),
		);
		let vault = Vault {
			custodian: CUSTODIAN_ORG,
			name: name(),
			jurisdiction: 756,
			lots: 0,
			assets: BoundedVec::new(),
			depositor: EMPLOYEE,
			deposit: VAULT_DEPOSIT,
		};
		assert_eq!(Custody::vault(0), Some(vault));
		assert_eq!(held(EMPLOYEE, HoldReason::Vault), VAULT_DEPOSIT);
		assert_eq!(Custody::custodian(CUSTODIAN_ORG).unwrap().vaults, 1);
		assert!(Custody::is_vault(gold_scope()));
		assert!(!Custody::is_vault(Scope {
			custodian: OTHER_ORG,
			..gold_scope()
		}));
		assert!(!Custody::is_vault(Scope {
			vault: 1,
			..gold_scope()
		}));
	});
}

#[test]
fn open_fails_when_name_country_or_funds_are_missing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Custody::open_vault(signed(CUSTODIAN), VaultName::new(), 756),
			Error::<Test>::NameEmpty
		);
		assert_noop!(
			Custody::open_vault(signed(CUSTODIAN), name(), 0),
			Error::<Test>::UnknownJurisdiction
		);
		let poor = 8;
		Links::mutate(|links| links.insert(poor, EMPLOYEE_ID));
		assert_noop!(
			Custody::open_vault(signed(poor), name(), 756),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn close_works_gives_the_deposit_back_and_never_reuses_the_number() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a vault that a colleague opened
		assert_ok!(Custody::open_vault(signed(EMPLOYEE), name(), 756));
		// WHEN the custodian closes it
		assert_ok!(Custody::close_vault(signed(CUSTODIAN), 0));
		// THEN who paid the deposit has it back
		System::assert_last_event(
			Event::VaultClosed {
				vault: 0,
				custodian: CUSTODIAN_ORG,
			}
			.into(),
		);
		assert_eq!(held(EMPLOYEE, HoldReason::Vault), 0);
		assert_eq!(Custody::vault(0), None);
		assert!(!Custody::is_vault(gold_scope()));
		open_vault(CUSTODIAN);
		assert_eq!(Custody::vault(0), None);
		assert!(Custody::vault(1).is_some());
	});
}

#[test]
fn close_works_only_when_no_lot_is_on_record_and_forgets_the_totals() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let close = || Custody::close_vault(signed(CUSTODIAN), 0);
		register(&[("A1", 400)]);
		assert_noop!(close(), Error::<Test>::VaultNotEmpty);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A1"]),
			hash(5)
		));
		assert_noop!(close(), Error::<Test>::VaultNotEmpty);
		assert_ok!(Custody::remove_lots(signed(CUSTODIAN), ids(&["A1"])));
		assert!(Custody::scope_totals(gold_scope()).is_some());
		assert_ok!(close());
		assert_eq!(Custody::scope_totals(gold_scope()), None);
		assert_eq!(Custody::scopes(0), vec![]);
	});
}

#[test]
fn close_fails_when_the_vault_is_unknown_or_anothers() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_noop!(
			Custody::close_vault(signed(CUSTODIAN), 7),
			Error::<Test>::VaultNotFound
		);
		assert_noop!(
			Custody::close_vault(signed(CUSTODIAN), 1),
			Error::<Test>::NotOwner
		);
	});
}
