use super::*;
use crate::lot_id;
use assay_primitives::LotId;
use codec::Encode;
use polkadot_sdk::sp_io::hashing::blake2_256;

#[test]
fn one_bar_has_one_id_however_it_is_written() {
	let id = lot_id(b"LBMA", b"AB123").unwrap();
	let expected: LotId = blake2_256(&(b"LBMA".to_vec(), b"AB123".to_vec()).encode()).into();
	assert_eq!(id, expected);
	for serial in [
		"ab123",
		"AB 123",
		"AB-123",
		"AB.12/3",
		"00AB123",
		"0-0 AB123",
		" AB123 ",
	] {
		assert_eq!(lot_id(b"LBMA", serial.as_bytes()), Ok(id), "{serial}");
	}
	for registry in ["lbma", "L.B.M.A.", "0LBMA"] {
		assert_eq!(lot_id(registry.as_bytes(), b"AB123"), Ok(id), "{registry}");
	}
}

#[test]
fn different_bars_have_different_ids() {
	let id = lot_id(b"LBMA", b"AB123").unwrap();
	for (registry, serial) in [
		("LBMA", "AB1230"),
		("LBMA", "AB0123"),
		("LPPM", "AB123"),
		("LBMAA", "B123"),
	] {
		assert_ne!(
			lot_id(registry.as_bytes(), serial.as_bytes()),
			Ok(id),
			"{registry} {serial}"
		);
	}
}

#[test]
fn fails_when_nothing_is_left_or_a_character_is_strange() {
	for bad in [
		"",
		"000",
		"-/. ",
		"AB_1",
		"AB\t1",
		"A#1",
		"Zürich",
		"A\u{2013}1",
		"A\\1",
	] {
		assert_eq!(
			lot_id(b"LBMA", bad.as_bytes()),
			Err(LotNameFault::Serial),
			"{bad}"
		);
		assert_eq!(
			lot_id(bad.as_bytes(), b"1"),
			Err(LotNameFault::Registry),
			"{bad}"
		);
	}
}

#[test]
fn views_answer_by_id_and_by_serial() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("AB-123", 400)]);
		let id = id_of("AB123");
		assert_eq!(
			Custody::lot_id_of(b"lbma".to_vec(), b"00ab 123".to_vec()),
			Some(id)
		);
		let lot = Custody::lot_by_serial(b"lbma".to_vec(), b"00ab 123".to_vec());
		assert_eq!(lot, Custody::lot(id));
		assert_eq!(lot.unwrap().serial.into_inner(), b"AB-123".to_vec());
		assert_eq!(
			Custody::lot_by_serial(b"LBMA".to_vec(), b"AB124".to_vec()),
			None
		);
		assert_eq!(Custody::lot_by_serial(b"LBMA".to_vec(), b"".to_vec()), None);
	});
}
