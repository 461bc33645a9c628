use super::*;
use assay_primitives::{AssetId, AssetKind, AssetStatus, Moment, Scope, Standing, VaultId};
use assay_traits::LotInspect;
use polkadot_sdk::sp_runtime::ArithmeticError;

fn add(asset: AssetId, vault: VaultId, lots: impl IntoIterator<Item = LotInput>) -> DispatchResult {
	Custody::register_lots(signed(CUSTODIAN), asset, vault, batch(lots), None)
}

#[test]
fn works_and_pledges_in_one_step() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// WHEN a person who acts for the custodian registers two bars
		let lots = batch([bar("AB-1", 400_000), bar("AB-2", 395_500)]);
		assert_ok!(Custody::register_lots(
			signed(EMPLOYEE),
			GOLD,
			0,
			lots,
			None
		));
		// THEN both are on record, pledged, and paid for
		let lot = Lot {
			registry: BoundedVec::truncate_from(b"LBMA".to_vec()),
			serial: BoundedVec::truncate_from(b"AB-1".to_vec()),
			custodian: CUSTODIAN_ORG,
			vault: 0,
			status: LotStatus::Stored,
			lien: Some(GOLD),
			quantity: 400_000,
			original_quantity: 400_000,
			value: None,
			basis: assay_primitives::Basis::Market,
			class: assay_primitives::LiquidityClass::Liquid,
			document_hash: hash(9),
			registered_at: START,
			arrived_at: None,
			depositor: EMPLOYEE,
			deposit: LOT_DEPOSIT,
		};
		assert_eq!(Custody::lot(id_of("AB1")), Some(lot));
		System::assert_last_event(
			Event::LotsRegistered {
				batch: 0,
				scope: gold_scope(),
				lots: 2,
				quantity: 795_500,
				first: id_of("AB1"),
				last: id_of("AB2"),
			}
			.into(),
		);
		assert_eq!(held(EMPLOYEE, HoldReason::Lots), 2 * LOT_DEPOSIT);
		assert_eq!(Custody::pledged(gold_scope(), START), 795_500);
		assert_eq!((lots_in(0), lots_in(1)), (2, 0));
		assert_eq!(Custody::scopes(0), vec![gold_scope()]);
	});
}

#[test]
fn works_in_numbered_batches_and_several_scopes() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_ok!(add(GOLD, 0, [bar("A1", 1)]));
		assert_ok!(add(SILVER, 0, [bar("A2", 2)]));
		assert_ok!(Custody::register_lots(
			signed(OTHER),
			GOLD,
			1,
			batch([bar("A3", 4)]),
			None
		));
		assert_eq!(NextBatch::<Test>::get(), 3);
		let silver = Scope {
			asset: SILVER,
			..gold_scope()
		};
		let others = Scope {
			asset: GOLD,
			custodian: OTHER_ORG,
			vault: 1,
		};
		assert_eq!(Custody::scopes(0), vec![gold_scope(), silver]);
		let pledged = |scope| Custody::pledged(scope, START);
		assert_eq!(
			(pledged(gold_scope()), pledged(silver), pledged(others)),
			(1, 2, 4)
		);
	});
}

#[test]
fn works_up_to_the_largest_batch() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let lots: Vec<_> = (1..=MAX_LOTS_PER_CALL)
			.map(|n| bar(&format!("B{n}"), u128::from(n)))
			.collect();
		assert!(LotInputs::try_from([lots.clone(), vec![bar("C", 1)]].concat()).is_err());
		assert_ok!(add(GOLD, 0, lots));
		assert_eq!(Custody::pledged(gold_scope(), START), 5_050);
	});
}

#[test]
fn works_for_every_asset_that_is_not_retired() {
	for (index, status) in AssetStatus::ALL.into_iter().enumerate() {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			Registered::mutate(|assets| assets.insert(GOLD, (AssetKind::Commodity, status)));
			let result = add(GOLD, 0, [bar(&format!("A{index}"), 1)]);
			if status == AssetStatus::Retired {
				assert_noop!(result, Error::<Test>::AssetRetired);
			} else {
				assert_ok!(result);
			}
		});
	}
}

#[test]
fn works_with_value_for_money_and_paper() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let scope = Scope {
			asset: BILLS,
			..gold_scope()
		};
		assert_ok!(add(
			BILLS,
			0,
			[bill("T1", 100, Some(START + 1)), bill("T2", 20, None)]
		));
		assert_eq!(Custody::pledged(scope, START), 120);
		assert_eq!(Custody::pledged(scope, START + 1), 20);
	});
}

#[test]
fn fails_when_a_lot_is_pledged_already() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A-1", 400)]);
		let expected = DispatchError::from(Error::<Test>::AlreadyEncumbered);
		// to the same asset, to another, by another custodian, written differently
		assert_noop!(add(GOLD, 0, [bar("A-1", 400)]), expected);
		assert_noop!(add(SILVER, 0, [bar("00a1", 400)]), expected);
		let others = batch([bar("a.1", 1)]);
		assert_noop!(
			Custody::register_lots(signed(OTHER), GOLD, 1, others, None),
			expected
		);
		// twice in one batch, and then nothing of the batch stays
		assert_noop!(
			add(GOLD, 0, [bar("A2", 1), bar("A3", 1), bar("a-2", 1)]),
			expected
		);
		assert_eq!(Custody::lot(id_of("A3")), None);
	});
}

#[test]
fn fails_when_a_withdrawn_lot_is_on_anothers_book() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A1"]),
			hash(5)
		));
		let others =
			|| Custody::register_lots(signed(OTHER), GOLD, 1, batch([bar("A1", 400)]), None);
		assert_noop!(others(), Error::<Test>::AlreadyRegistered);
		// its own custodian may pledge it anew, to another asset as well
		assert_ok!(add(SILVER, 0, [bar("A1", 390)]));
		assert_noop!(others(), Error::<Test>::AlreadyEncumbered);
		assert_eq!(
			(lots_in(0), held(CUSTODIAN, HoldReason::Lots)),
			(1, LOT_DEPOSIT)
		);
		let lot = Custody::lot(id_of("A1")).unwrap();
		assert_eq!(
			(lot.lien, lot.quantity, lot.original_quantity),
			(Some(SILVER), 390, 390)
		);
	});
}

#[test]
fn fails_when_the_lot_itself_is_wrong() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let value = |value, currency: &[u8; 3]| {
			let value = LotValue {
				value,
				currency: *currency,
				matures_at: None,
			};
			LotInput {
				value: Some(value),
				..bar("A1", 1)
			}
		};
		let registry = LotInput {
			registry: Registry::new(),
			..bar("A1", 1)
		};
		let table = [
			(GOLD, registry, Error::<Test>::InvalidRegistry),
			(GOLD, bar("", 1), Error::<Test>::InvalidSerial),
			(GOLD, bar("000", 1), Error::<Test>::InvalidSerial),
			(GOLD, bar("Ä1", 1), Error::<Test>::InvalidSerial),
			(GOLD, bar("A1", 0), Error::<Test>::ZeroQuantity),
			(BILLS, bar("A1", 1), Error::<Test>::ValueMissing),
			(GOLD, value(1, b"CHF"), Error::<Test>::ValueNotApplicable),
			(BILLS, value(0, b"CHF"), Error::<Test>::ZeroValue),
			(BILLS, value(1, b"chf"), Error::<Test>::InvalidCurrency),
			(BILLS, value(1, b"CH1"), Error::<Test>::InvalidCurrency),
			(
				BILLS,
				bill("A1", 1, Some(START)),
				Error::<Test>::AlreadyMatured,
			),
			(
				BILLS,
				bill("A1", 1, Some(START - 1)),
				Error::<Test>::AlreadyMatured,
			),
		];
		for (asset, lot, error) in table {
			assert_noop!(add(asset, 0, [lot]), error);
		}
	});
}

#[test]
fn needs_value_for_exactly_the_kinds_that_say_so() {
	use AssetKind::*;
	for kind in [
		Fiat,
		Commodity,
		Treasury,
		RealEstate,
		Receivables,
		Carbon,
		Fund,
		IntellectualProperty,
		Wrapped,
		Synthetic,
		Other,
	] {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			Registered::mutate(|assets| assets.insert(GOLD, (kind, AssetStatus::Active)));
			let (bare, valued) = (bar("A1", 1), bill("A2", 1, None));
			if kind.needs_value() {
				assert_noop!(add(GOLD, 0, [bare]), Error::<Test>::ValueMissing);
				assert_ok!(add(GOLD, 0, [valued]));
			} else {
				assert_noop!(add(GOLD, 0, [valued]), Error::<Test>::ValueNotApplicable);
				assert_ok!(add(GOLD, 0, [bare]));
			}
		});
	}
}

#[test]
fn fails_when_batch_vault_asset_or_funds_are_wrong() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_noop!(add(GOLD, 0, []), Error::<Test>::EmptyBatch);
		assert_noop!(add(GOLD, 9, [bar("A1", 1)]), Error::<Test>::VaultNotFound);
		assert_noop!(add(GOLD, 1, [bar("A1", 1)]), Error::<Test>::NotOwner);
		assert_noop!(add(NONE, 0, [bar("A1", 1)]), Error::<Test>::AssetNotFound);
		assert_noop!(add(OLD, 0, [bar("A1", 1)]), Error::<Test>::AssetRetired);
		let poor = 8;
		Links::mutate(|links| links.insert(poor, EMPLOYEE_ID));
		assert_noop!(
			Custody::register_lots(signed(poor), GOLD, 0, batch([bar("A1", 1)]), None),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_when_the_custodian_may_not() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let one = || add(GOLD, 0, [bar("A1", 1)]);
		CustodianRoles::mutate(|roles| roles.remove(&(GOLD, CUSTODIAN_ORG)));
		assert_noop!(one(), Error::<Test>::MissingRole);
		grant(GOLD, CUSTODIAN_ORG);
		assert_ok!(Custody::suspend(
			council(),
			Office::Custodian,
			CUSTODIAN_ORG,
			hash(5)
		));
		assert_noop!(one(), Error::<Test>::NotApproved);
		assert_ok!(Custody::reinstate(
			council(),
			Office::Custodian,
			CUSTODIAN_ORG
		));
		for standing in [Standing::Suspended, Standing::Sanctioned] {
			set_standing(CUSTODIAN_ORG, standing);
			assert_noop!(one(), Error::<Test>::NoActiveIdentity);
			// the organisation's standing binds those who act for it
			let lots = batch([bar("A1", 1)]);
			assert_noop!(
				Custody::register_lots(signed(EMPLOYEE), GOLD, 0, lots, None),
				Error::<Test>::NoActiveIdentity
			);
		}
		set_standing(CUSTODIAN_ORG, Standing::Active);
		assert_ok!(one());
	});
}

#[test]
fn fails_when_quantities_overflow() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_ok!(add(GOLD, 0, [bar("A1", u128::MAX)]));
		assert_noop!(add(GOLD, 0, [bar("A2", 1)]), Error::<Test>::Overflow);
		assert_noop!(
			add(SILVER, 0, [bar("A2", u128::MAX), bar("A3", 1)]),
			Error::<Test>::Overflow
		);
	});
}

#[test]
fn fails_when_numbers_run_out() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		NextBatch::<Test>::put(u64::MAX);
		assert_noop!(add(GOLD, 0, [bar("A1", 1)]), ArithmeticError::Overflow);
		NextVaultId::<Test>::put(u32::MAX);
		assert_noop!(
			Custody::open_vault(
				signed(CUSTODIAN),
				BoundedVec::truncate_from(vec![b'v']),
				756
			),
			ArithmeticError::Overflow
		);
	});
}

#[test]
fn fails_when_there_are_too_many_maturities() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let at = |n: u32| Some(START + Moment::from(n));
		let lots = (1..=MAX_MATURITIES).map(|n| bill(&format!("T{n}"), 1, at(n)));
		assert_ok!(add(BILLS, 0, lots));
		let next = MAX_MATURITIES + 1;
		let late = || add(BILLS, 0, [bill("U1", 1, at(next))]);
		assert_noop!(late(), Error::<Test>::TooManyMaturities);
		// the same maturity merges, none needs no room, another scope has its own
		assert_ok!(add(BILLS, 0, [bill("U2", 1, at(7)), bill("U3", 1, None)]));
		Registered::mutate(|assets| assets.insert(SILVER, (AssetKind::Fund, AssetStatus::Active)));
		assert_ok!(add(SILVER, 0, [bill("U4", 1, at(next))]));
		// withdrawing the only lot of a maturity makes room
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			BILLS,
			0,
			ids(&["T9"]),
			hash(5)
		));
		assert_ok!(late());
	});
}

#[test]
fn fails_when_a_vault_has_too_many_assets() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		for n in 0..=MAX_ASSETS_PER_VAULT {
			let asset = 1_000 + n;
			Registered::mutate(|assets| {
				assets.insert(asset, (AssetKind::Commodity, AssetStatus::Active))
			});
			grant(asset, CUSTODIAN_ORG);
			let result = add(asset, 0, [bar(&format!("A{n}"), 1)]);
			if n < MAX_ASSETS_PER_VAULT {
				assert_ok!(result);
			} else {
				assert_noop!(result, Error::<Test>::TooManyAssets);
			}
		}
	});
}
