//! What the view functions answer.

use crate::{
	acts::*, checks::normalise_ticker, checks::skeleton, powers::*, types::*, Config, Filings,
	Pallet, Profiles, Summaries, TermChanges, Terms, Tickers,
};
use alloc::{collections::BTreeSet, vec::Vec};
use assay_primitives::{AssetId, AssetSummary, IdentityId, Moment, Role};
use assay_traits::IdentityInspect;
use polkadot_sdk::frame_support::traits::{Get, Time};

/// Who has which role, and until when.
type Grants = Vec<(Role, IdentityId, Option<Moment>)>;

impl<T: Config> Pallet<T> {
	pub(crate) fn details(asset: AssetId) -> Option<AssetDetails> {
		let summary = Summaries::<T>::get(asset)?;
		let definition = Self::definition(asset, &summary)?;
		Some(AssetDetails {
			summary,
			terms_hash: definition.hash(),
			terms: definition.terms,
			filing: Filings::<T>::get(asset)?,
			profile: Profiles::<T>::get(asset),
		})
	}

	pub(crate) fn actors(asset: AssetId, act: Act) -> Vec<Actor> {
		let Some(summary) = Summaries::<T>::get(asset) else {
			return Vec::new();
		};
		let now = T::Time::now();
		let parties = act.open_to(summary.status).iter().filter(|party| {
			act.leads_to(**party).is_none_or(|stage| {
				TermChanges::<T>::get(asset)
					.is_some_and(|change| change.may_become(stage, now).is_ok())
			})
		});
		let mut actors = Vec::new();
		for party in parties {
			match party {
				Party::Issuer => actors.push(Actor::Identity(summary.issuer)),
				Party::Approver => actors.push(Actor::Approver),
				Party::Council => actors.push(Actor::Council),
				Party::Holder => actors.push(Actor::Holder),
				Party::Anyone => actors.push(Actor::Anyone),
				Party::ComplianceOfficer => {
					actors.extend(Self::holders_of(asset, &[Role::ComplianceOfficer]));
				},
				Party::SecondOrganisation => {
					let second = Self::holders_of(asset, &SECOND_ROLES).filter(|actor| {
						matches!(actor, Actor::Identity(identity)
						if T::Identities::organisation_of(*identity).is_some_and(|it| {
							it != summary.issuer && Self::is_approver(*identity, it)
						}))
					});
					actors.extend(second);
				},
			}
		}
		actors
	}

	/// Identities with one of the roles now, each once.
	fn holders_of(asset: AssetId, roles: &[Role]) -> impl Iterator<Item = Actor> {
		Self::grants_in_force(asset)
			.into_iter()
			.filter(|(role, _, _)| roles.contains(role))
			.map(|(_, identity, _)| identity)
			.collect::<BTreeSet<_>>()
			.into_iter()
			.map(Actor::Identity)
	}

	/// Grants that hold now, of identities in good standing.
	fn grants_in_force(asset: AssetId) -> Grants {
		let now = T::Time::now();
		Self::grants_of(asset)
			.filter(|((_, identity), grant)| grant.holds(now) && Self::is_active(*identity))
			.map(|((role, identity), grant)| (role, identity, grant.valid_until))
			.collect()
	}

	pub(crate) fn find_ticker(ticker: &[u8]) -> Option<AssetId> {
		let ticker = normalise_ticker(ticker)?;
		let asset = Tickers::<T>::get(skeleton(ticker.clone()))?;
		(Terms::<T>::get(asset)?.symbol == ticker).then_some(asset)
	}

	pub(crate) fn disclosed_powers(asset: AssetId) -> Vec<PowerDisclosure> {
		let Some(summary) = Summaries::<T>::get(asset) else {
			return Vec::new();
		};
		let grants = Self::grants_in_force(asset);
		file_powers(T::TermsDelay::get())
			.into_iter()
			.chain(T::OtherPowers::get())
			.map(|rule| Self::disclose(&rule, &summary, &grants))
			.collect()
	}

	fn disclose(rule: &PowerRule, summary: &AssetSummary, grants: &Grants) -> PowerDisclosure {
		let begins = Self::seated(rule.begins, summary, grants);
		let mut confirms = Self::seated(rule.confirms, summary, grants);
		if rule.needs == Needs::SecondOrganisation {
			// Who agrees must find a beginner of another organisation.
			confirms.retain(|second| {
				begins.iter().any(|first| {
					first.organisation.is_none() || first.organisation != second.organisation
				})
			});
		}
		if rule.power == Power::ChangeTerms {
			// A role alone, which the issuer grants, is not enough.
			confirms.retain(|second| {
				second
					.identity
					.zip(second.organisation)
					.is_some_and(|(identity, of)| Self::is_approver(identity, of))
			});
		}
		PowerDisclosure {
			power: rule.power,
			confirms,
			needs: rule.needs,
			delay_ms: rule.delay_ms,
			stops: Self::seated(rule.stops, summary, grants),
			calls: rule.call_names(),
			begins,
		}
	}

	/// Who sits in these seats for the asset.
	fn seated(seats: &[Seat], summary: &AssetSummary, grants: &Grants) -> Vec<PowerHolder> {
		let mut holders = Vec::new();
		for seat in seats {
			match seat {
				Seat::Role(Role::Issuer) => holders.push(PowerHolder {
					seat: *seat,
					identity: Some(summary.issuer),
					organisation: Some(summary.issuer),
					valid_until: None,
				}),
				Seat::Role(role) => {
					let granted = grants.iter().filter(|(granted, _, _)| granted == role);
					holders.extend(granted.map(|(_, identity, valid_until)| PowerHolder {
						seat: *seat,
						identity: Some(*identity),
						organisation: T::Identities::organisation_of(*identity),
						valid_until: *valid_until,
					}));
				},
				Seat::CouncilMajority
				| Seat::CouncilSupermajority
				| Seat::Registrar
				| Seat::ClaimIssuer
				| Seat::Holder
				| Seat::Anyone => holders.push(PowerHolder {
					seat: *seat,
					identity: None,
					organisation: None,
					valid_until: None,
				}),
			}
		}
		holders
	}
}
