use crate::keys::{authorities_key, entry_key, time_key, value_key, KeyHasher};
use polkadot_sdk::frame_support::{Blake2_128Concat, StorageHasher, Twox64Concat};

#[test]
fn keys_are_those_of_the_runtime() {
	// Known from any chain of this kind.
	let hex = |key: &[u8]| {
		format!(
			"{:?}",
			polkadot_sdk::sp_core::hexdisplay::HexDisplay::from(&key)
		)
	};
	assert_eq!(
		hex(&time_key()),
		"f0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb"
	);
	assert_eq!(
		hex(&authorities_key()),
		"5f9cc45b7a00c5899361e1c6099678dc5e0621c4869aa60c02be9adcc98a0d1d"
	);
}

#[test]
fn entries_are_hashed_as_frame_does() {
	let (first, second, third) = (
		[1u8; 32].as_slice(),
		[2u8; 4].as_slice(),
		[3u8; 32].as_slice(),
	);
	let key = entry_key(
		"Custody",
		"Lots",
		&[
			(KeyHasher::Blake2_128Concat, first),
			(KeyHasher::Twox64Concat, second),
			(KeyHasher::Identity, third),
		],
	);
	let expected = [
		value_key("Custody", "Lots"),
		Blake2_128Concat::hash(first),
		Twox64Concat::hash(second),
		third.to_vec(),
	];
	assert_eq!(key, expected.concat());
	assert_eq!(
		entry_key("Custody", "Lots", &[]),
		value_key("Custody", "Lots")
	);
}
