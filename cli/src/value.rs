//! Values of the chain that this program does not know in advance, such as events, as JSON.

use crate::accounts::hex;
use serde_json::{json, Map, Value as Json};
use subxt::ext::scale_value::{Composite, Primitive, Value, ValueDef};

/// Bytes up to this length are shown whole.
const MAX_SHOWN_BYTES: usize = 64;

/// A value as JSON: bytes in hex, variants by name, numbers too large for JSON as text.
pub fn to_json<T>(value: &Value<T>) -> Json {
	match &value.value {
		ValueDef::Primitive(primitive) => primitive_to_json(primitive),
		ValueDef::Composite(composite) => composite_to_json(composite),
		ValueDef::Variant(variant) => match (variant.name.as_str(), &variant.values) {
			("None", values) if values.is_empty() => Json::Null,
			("Some", Composite::Unnamed(items)) if items.len() == 1 => to_json(&items[0]),
			(name, values) if values.is_empty() => json!(name),
			(name, values) => json!({ name: composite_to_json(values) }),
		},
		ValueDef::BitSequence(bits) => json!(bits.iter().map(u8::from).collect::<Vec<_>>()),
	}
}

/// The fields of an event or a call.
pub fn composite_to_json<T>(composite: &Composite<T>) -> Json {
	match composite {
		Composite::Named(fields) => Json::Object(
			fields
				.iter()
				.map(|(name, value)| (name.clone(), to_json(value)))
				.collect::<Map<_, _>>(),
		),
		Composite::Unnamed(items) => match bytes(items) {
			Some(bytes) if bytes.len() <= MAX_SHOWN_BYTES => json!(hex(bytes)),
			Some(bytes) => json!(format!("{}… ({} bytes)", hex(&bytes[..16]), bytes.len())),
			// A newtype reads as what it wraps.
			None if items.len() == 1 => to_json(&items[0]),
			None => Json::Array(items.iter().map(to_json).collect()),
		},
	}
}

fn primitive_to_json(primitive: &Primitive) -> Json {
	match primitive {
		Primitive::Bool(value) => json!(value),
		Primitive::Char(value) => json!(value),
		Primitive::String(value) => json!(value),
		Primitive::U128(value) => match u64::try_from(*value) {
			Ok(small) => json!(small),
			Err(_) => json!(value.to_string()),
		},
		Primitive::I128(value) => json!(value.to_string()),
		Primitive::U256(value) | Primitive::I256(value) => json!(hex(value)),
	}
}

/// A list that can only be bytes: two or more numbers below 256.
fn bytes<T>(items: &[Value<T>]) -> Option<Vec<u8>> {
	if items.len() < 2 {
		return None;
	}
	items
		.iter()
		.map(|item| match &item.value {
			ValueDef::Primitive(Primitive::U128(value)) => u8::try_from(*value).ok(),
			_ => None,
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn bytes_are_hex_and_options_vanish() {
		let value = Value::named_composite([
			(
				"who",
				Value::unnamed_composite([Value::from_bytes([7u8; 32])]),
			),
			("until", Value::unnamed_variant("Some", [Value::u128(5)])),
			("never", Value::unnamed_variant("None", [])),
			("state", Value::unnamed_variant("Active", [])),
			("huge", Value::u128(u128::MAX)),
		]);
		assert_eq!(
			to_json(&value),
			json!({
				"who": hex([7u8; 32]),
				"until": 5,
				"never": null,
				"state": "Active",
				"huge": u128::MAX.to_string(),
			})
		);
	}
}
