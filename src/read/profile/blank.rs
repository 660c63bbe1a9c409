//! What stands in for pieces of a profile that could not be read, so that the rules can look at all the
//! others. No plan is made of them, and no rule that needs such a piece looks at it.

use super::head::Head;
use crate::model::Commune;
use crate::model::CommuneKind;
use crate::model::Date;
use crate::model::Decimal;
use crate::model::Issue;
use crate::model::Province;
use crate::model::ProvinceKind;
use crate::model::Terrain;

pub(super) fn commune(terrain: Terrain) -> Commune {
    Commune {
        name: String::new(),
        kind: CommuneKind::Xa,
        province: Province {
            kind: ProvinceKind::Province,
            name: String::new(),
        },
        terrain,
        population: 0,
        households: 0,
        area: Decimal::whole(0),
        units: 0,
        unit_name: String::new(),
        officials: 0,
    }
}

pub(super) fn head() -> Head {
    Head {
        number: String::new(),
        date: Date::FIRST,
        place: None,
        issue: Issue::default(),
    }
}
