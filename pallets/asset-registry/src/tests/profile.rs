//! `set_profile`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

fn profile_of(description: &str, contact: &str) -> AssetProfile {
	AssetProfile {
		description: text(description),
		contact: text(contact),
	}
}

#[test]
fn works_at_once_and_leaves_the_definition_as_it_is() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let first = profile_of("One gram of gold", "desk@example.org");
		assert_ok!(Registry::set_profile(signed(ISA), asset, first.clone()));
		let second = profile_of("", "+41 44 000 00 00");
		assert_ok!(Registry::set_profile(signed(IVAN), asset, second.clone()));
		assert_eq!(
			last_event(),
			Event::ProfileSet {
				asset,
				old: first,
				new: second.clone(),
				by: IVAN
			}
			.into()
		);
		let details = Registry::asset(asset).unwrap();
		assert_eq!(
			(details.profile, details.terms_hash),
			(second, gold().hash())
		);
	});
}

#[test]
fn fails_when_it_is_unreadable_or_nothing_changes() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let sets = |profile| Registry::set_profile(signed(ISA), asset, profile);
		assert_noop!(sets(profile_of("", "")), Error::<Test>::NothingChanges);
		assert_noop!(sets(profile_of("a\nb", "")), Error::<Test>::TextInvalid);
		assert_noop!(sets(profile_of("", "\u{7f}")), Error::<Test>::TextInvalid);
	});
}

#[test]
fn is_removed_with_the_draft() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let profile = profile_of("x", "y");
		assert_ok!(Registry::set_profile(signed(ISA), asset, profile));
		assert_ok!(Registry::remove_draft(signed(ISA), asset));
		assert!(!Profiles::<Test>::contains_key(asset));
	});
}
