//! The units of measure: their forms, their kinds and what one of each is in SI. How a quantity looks is for
//! [`super::quantity`].

use crate::{claim::comparable, text::WordClass};
use rust_decimal::Decimal;

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its name in reports, singular and spelled out.
    pub name: &'static str,
    pub kind: Kind,
    /// One of it in the SI unit of its kind, as a fraction of whole numbers and ten-thousands.
    size: Size,
}

/// How a unit converts to the SI unit of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// So many of the SI unit: a mantissa and its number of decimal places.
    Times(i64, u32),
    /// The inverse: so many of it make one of the SI unit.
    Per(i64, u32),
    Celsius,
    Fahrenheit,
    /// A ton is a short, a metric or a long one, as the country has it.
    Ton,
    /// It does not convert.
    Own,
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Pressure,
    Energy,
    Power,
    Voltage,
    Current,
    Frequency,
    Data,
    Angle,
    Magnitude,
    Sound,
    Other,
}

impl Kind {
    /// The SI unit of the kind.
    const fn si(self) -> Option<&'static str> {
        Some(match self {
            Self::Length => "metre",
            Self::Area => "square metre",
            Self::Volume => "cubic metre",
            Self::Mass => "kilogram",
            Self::Speed => "metre per second",
            Self::Temperature => "kelvin",
            Self::Pressure => "pascal",
            Self::Energy => "joule",
            Self::Power => "watt",
            Self::Voltage => "volt",
            Self::Current => "ampere",
            Self::Frequency => "hertz",
            Self::Data => "byte",
            Self::Angle | Self::Magnitude | Self::Sound | Self::Other => return None,
        })
    }
}

impl Unit {
    /// A value of this unit in the SI unit of its kind.
    pub fn in_si(&self, value: Decimal) -> Option<Decimal> {
        let value = match self.size {
            Size::Times(mantissa, places) => value.checked_mul(Decimal::new(mantissa, places))?,
            Size::Per(mantissa, places) => value.checked_div(Decimal::new(mantissa, places))?,
            Size::Celsius => value.checked_add(Decimal::new(27315, 2))?,
            Size::Fahrenheit => value
                .checked_add(Decimal::new(45967, 2))?
                .checked_mul(Decimal::from(5))?
                .checked_div(Decimal::from(9))?,
            Size::Ton => value.checked_mul(Decimal::ONE_THOUSAND)?,
            Size::Own => return None,
        };
        comparable(value).map(|value| value.normalize())
    }

    /// The least and the most that a value of this unit may be in the SI unit of its kind.
    pub fn span_in_si(&self, value: Decimal) -> Option<(Decimal, Decimal)> {
        /// A short and a long ton in kilograms.
        const TONS: [Decimal; 2] = [
            Decimal::from_parts(90_718_474, 0, 0, false, 5),
            Decimal::from_parts(1_016_046_909, 0, 0, false, 6),
        ];
        match self.size {
            Size::Ton => {
                let [short, long] = TONS.map(|ton| value.checked_mul(ton).and_then(comparable));
                Some((short?.normalize(), long?.normalize()))
            }
            Size::Times(..) | Size::Per(..) | Size::Celsius | Size::Fahrenheit | Size::Own => {
                self.in_si(value).map(|found| (found, found))
            }
        }
    }

    /// The SI unit of its kind, where it converts.
    pub const fn si(&self) -> Option<&'static str> {
        match self.size {
            Size::Own => None,
            Size::Times(..) | Size::Per(..) | Size::Celsius | Size::Fahrenheit | Size::Ton => self.kind.si(),
        }
    }

    /// How many of `part` make one of this unit, where both are of a kind: 12 inches to the foot.
    pub fn holds(&self, part: &Self) -> Option<Decimal> {
        if self.kind != part.kind {
            return None;
        }
        self.in_si(Decimal::ONE)?.checked_div(part.in_si(Decimal::ONE)?).filter(|times| *times > Decimal::ONE)
    }
}

macro_rules! units {
    ($($name:literal $kind:ident $size:expr => $($form:literal)|+ ;)*) => {
        /// The unit that a lower-case word names.
        fn by_word(word: &str) -> Option<Unit> {
            Some(match word {
                $($($form)|+ => Unit { name: $name, kind: Kind::$kind, size: $size },)*
                _ => return None,
            })
        }
        /// The words for the lexicon.
        pub(super) const WORDS: &[(&str, WordClass)] = &[$($(($form, WordClass::UNIT),)+)*];
    };
}

use Size::{Own, Per, Times, Ton};

units! {
    "kilometre" Length Times(1000, 0) => "kilometre" | "kilometres" | "kilometer" | "kilometers" | "kms" ;
    "metre" Length Times(1, 0) => "metre" | "metres" | "meter" | "meters" ;
    "centimetre" Length Times(1, 2) => "centimetre" | "centimetres" | "centimeter" | "centimeters" | "cms" ;
    "decimetre" Length Times(1, 1) => "decimetre" | "decimetres" | "decimeter" | "decimeters" ;
    "millimetre" Length Times(1, 3) => "millimetre" | "millimetres" | "millimeter" | "millimeters" ;
    "micrometre" Length Times(1, 6) => "micrometre" | "micrometres" | "micrometer" | "micrometers" | "micron" | "microns" ;
    "nanometre" Length Times(1, 9) => "nanometre" | "nanometres" | "nanometer" | "nanometers" ;
    "mile" Length Times(1_609_344, 3) => "mile" | "miles" ;
    "yard" Length Times(9144, 4) => "yard" | "yards" ;
    "foot" Length Times(3048, 4) => "foot" | "feet" ;
    "inch" Length Times(254, 4) => "inch" | "inches" ;
    "nautical mile" Length Times(1852, 0) => "nm" ;
    "furlong" Length Times(201_168, 3) => "furlong" | "furlongs" ;
    "light year" Length Own => "lightyear" | "lightyears" ;
    "acre" Area Times(40_468_564_224, 7) => "acre" | "acres" ;
    "hectare" Area Times(10_000, 0) => "hectare" | "hectares" | "ha" ;
    "litre" Volume Times(1, 3) => "litre" | "litres" | "liter" | "liters" ;
    "millilitre" Volume Times(1, 6) => "millilitre" | "millilitres" | "milliliter" | "milliliters" ;
    "gallon" Volume Times(3_785_411_784, 12) => "gallon" | "gallons" | "gal" | "gals" ;
    "pint" Volume Times(473_176_473, 12) => "pint" | "pints" ;
    "quart" Volume Times(946_352_946, 12) => "quart" | "quarts" ;
    "barrel" Volume Times(158_987_294_928, 12) => "barrel" | "barrels" | "bbl" ;
    "bushel" Volume Own => "bushel" | "bushels" ;
    "tablespoon" Volume Own => "tablespoon" | "tablespoons" | "tbsp" ;
    "teaspoon" Volume Own => "teaspoon" | "teaspoons" | "tsp" ;
    "cup" Volume Own => "cup" | "cups" ;
    "acre-foot" Volume Own => "acrefoot" ;
    "kilogram" Mass Times(1, 0) => "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" | "kilo" | "kilos" | "kgs" ;
    "gram" Mass Times(1, 3) => "gram" | "grams" | "gramme" | "grammes" | "gm" | "gms" ;
    "milligram" Mass Times(1, 6) => "milligram" | "milligrams" | "milligramme" | "milligrammes" ;
    "microgram" Mass Times(1, 9) => "microgram" | "micrograms" | "microgramme" | "microgrammes" | "mcg" ;
    "tonne" Mass Times(1000, 0) => "tonne" | "tonnes" ;
    "ton" Mass Ton => "ton" | "tons" ;
    "pound" Mass Times(45_359_237, 8) => "pound" | "pounds" | "lb" | "lbs" ;
    "ounce" Mass Times(28_349_523_125, 12) => "ounce" | "ounces" | "oz" ;
    "stone" Mass Times(635_029_318, 8) => "stone" ;
    "carat" Mass Times(2, 4) => "carat" | "carats" | "karat" | "karats" ;
    "kilotonne" Mass Times(1_000_000, 0) => "kilotonne" | "kilotonnes" | "kiloton" | "kilotons" ;
    "megatonne" Mass Times(1_000_000_000, 0) => "megatonne" | "megatonnes" | "megaton" | "megatons" ;
    "mile per hour" Speed Times(44_704, 5) => "mph" ;
    "kilometre per hour" Speed Per(36, 1) => "kph" | "kmh" | "kmph" ;
    "knot" Speed Per(194_384_449, 8) => "knot" | "knots" ;
    "degree Celsius" Temperature Size::Celsius => "celsius" | "centigrade" ;
    "degree Fahrenheit" Temperature Size::Fahrenheit => "fahrenheit" ;
    "kelvin" Temperature Times(1, 0) => "kelvin" | "kelvins" ;
    "degree" Angle Own => "degree" | "degrees" ;
    "millibar" Pressure Times(100, 0) => "millibar" | "millibars" | "mbar" ;
    "bar" Pressure Times(100_000, 0) => "bars" ;
    "hectopascal" Pressure Times(100, 0) => "hpa" | "hectopascal" | "hectopascals" ;
    "kilopascal" Pressure Times(1000, 0) => "kpa" | "kilopascal" | "kilopascals" ;
    "pound per square inch" Pressure Own => "psi" ;
    "joule" Energy Times(1, 0) => "joule" | "joules" ;
    "calorie" Energy Times(4184, 3) => "calorie" | "calories" ;
    "kilocalorie" Energy Times(4_184_000, 3) => "kilocalorie" | "kilocalories" | "kcal" ;
    "kilowatt hour" Energy Times(3_600_000, 0) => "kwh" ;
    "megawatt hour" Energy Times(3_600_000_000, 0) => "mwh" ;
    "gigawatt hour" Energy Times(3_600_000_000_000, 0) => "gwh" ;
    "terawatt hour" Energy Times(3_600_000_000_000_000, 0) => "twh" ;
    "watt" Power Times(1, 0) => "watt" | "watts" ;
    "kilowatt" Power Times(1000, 0) => "kilowatt" | "kilowatts" | "kw" ;
    "megawatt" Power Times(1_000_000, 0) => "megawatt" | "megawatts" | "mw" ;
    "gigawatt" Power Times(1_000_000_000, 0) => "gigawatt" | "gigawatts" | "gw" ;
    "horsepower" Power Times(7457, 1) => "horsepower" | "hp" | "bhp" ;
    "volt" Voltage Times(1, 0) => "volt" | "volts" ;
    "kilovolt" Voltage Times(1000, 0) => "kilovolt" | "kilovolts" | "kv" ;
    "ampere" Current Times(1, 0) => "ampere" | "amperes" | "amp" | "amps" ;
    "hertz" Frequency Times(1, 0) => "hertz" | "hz" ;
    "kilohertz" Frequency Times(1000, 0) => "kilohertz" | "khz" ;
    "megahertz" Frequency Times(1_000_000, 0) => "megahertz" | "mhz" ;
    "gigahertz" Frequency Times(1_000_000_000, 0) => "gigahertz" | "ghz" ;
    "byte" Data Times(1, 0) => "byte" | "bytes" ;
    "kilobyte" Data Times(1000, 0) => "kilobyte" | "kilobytes" | "kb" ;
    "megabyte" Data Times(1_000_000, 0) => "megabyte" | "megabytes" | "mb" ;
    "gigabyte" Data Times(1_000_000_000, 0) => "gigabyte" | "gigabytes" | "gb" ;
    "terabyte" Data Times(1_000_000_000_000, 0) => "terabyte" | "terabytes" | "tb" ;
    "petabyte" Data Times(1_000_000_000_000_000, 0) => "petabyte" | "petabytes" ;
    "kibibyte" Data Times(1024, 0) => "kib" | "kibibyte" | "kibibytes" ;
    "mebibyte" Data Times(1_048_576, 0) => "mib" | "mebibyte" | "mebibytes" ;
    "gibibyte" Data Times(1_073_741_824, 0) => "gib" | "gibibyte" | "gibibytes" ;
    "tebibyte" Data Times(1_099_511_627_776, 0) => "tib" | "tebibyte" | "tebibytes" ;
    "bit" Data Per(8, 0) => "bits" ;
    "kilobit" Data Times(125, 0) => "kilobit" | "kilobits" ;
    "megabit" Data Times(125_000, 0) => "megabit" | "megabits" | "mbit" ;
    "gigabit" Data Times(125_000_000, 0) => "gigabit" | "gigabits" | "gbit" ;
    "megabit per second" Other Own => "mbps" ;
    "gigabit per second" Other Own => "gbps" ;
    "revolution per minute" Other Own => "rpm" ;
    "mile per gallon" Other Own => "mpg" ;
    "decibel" Sound Own => "decibel" | "decibels" | "db" ;
    "radian" Angle Own => "radian" | "radians" ;
    "pixel" Other Own => "pixel" | "pixels" ;
    "megapixel" Other Own => "megapixel" | "megapixels" ;
}

const fn of(name: &'static str, kind: Kind, size: Size) -> Unit {
    Unit { name, kind, size }
}

/// Kilometres an hour.
pub(super) const KILOMETRE_PER_HOUR: Unit = of("kilometre per hour", Kind::Speed, Per(36, 1));
/// Miles an hour.
pub(super) const MILE_PER_HOUR: Unit = of("mile per hour", Kind::Speed, Times(44_704, 5));
/// Metres a second.
pub(super) const METRE_PER_SECOND: Unit = of("metre per second", Kind::Speed, Times(1, 0));
/// Metres a second, each second.
pub(super) const METRE_PER_SECOND_SQUARED: Unit = of("metre per second squared", Kind::Other, Own);
/// Nautical miles.
pub(super) const NAUTICAL_MILE: Unit = of("nautical mile", Kind::Length, Times(1852, 0));
/// Light years.
pub(super) const LIGHT_YEAR: Unit = of("light year", Kind::Length, Own);
/// Tons that are named metric.
pub(super) const TONNE: Unit = of("tonne", Kind::Mass, Times(1000, 0));
/// Degrees Celsius.
pub(super) const CELSIUS: Unit = of("degree Celsius", Kind::Temperature, Size::Celsius);
/// Degrees Fahrenheit.
pub(super) const FAHRENHEIT: Unit = of("degree Fahrenheit", Kind::Temperature, Size::Fahrenheit);
/// The magnitude of an earthquake.
pub(super) const MAGNITUDE: Unit = of("magnitude", Kind::Magnitude, Own);
/// Kilowatts, megawatts, gigawatts and terawatts, an hour long.
pub(super) const WATT_HOURS: [(&str, Unit); 3] = [
    ("kilowatt", of("kilowatt hour", Kind::Energy, Times(3_600_000, 0))),
    ("megawatt", of("megawatt hour", Kind::Energy, Times(3_600_000_000, 0))),
    ("gigawatt", of("gigawatt hour", Kind::Energy, Times(3_600_000_000_000, 0))),
];

/// The unit that a word or abbreviation names; `written` keeps its case.
pub(super) fn unit(written: &str, lower: &str) -> Option<Unit> {
    by_word(lower).or_else(|| abbreviation(written))
}

/// Units in the singular that are other words more often: read behind a hyphen, or where the figure tells.
pub(super) const BIT: Unit = of("bit", Kind::Data, Per(8, 0));
/// A bar of pressure.
pub(super) const BAR: Unit = of("bar", Kind::Pressure, Times(100_000, 0));

/// The longest abbreviation, in bytes.
pub(super) const LONGEST_ABBREVIATION: usize = 4;

/// Abbreviations whose case tells, or that are words too and stand close behind a figure only.
fn abbreviation(written: &str) -> Option<Unit> {
    Some(match written {
        "km" | "Km" | "KM" => of("kilometre", Kind::Length, Times(1000, 0)),
        "m" => of("metre", Kind::Length, Times(1, 0)),
        "dm" => of("decimetre", Kind::Length, Times(1, 1)),
        "cm" | "CM" => of("centimetre", Kind::Length, Times(1, 2)),
        "mm" => of("millimetre", Kind::Length, Times(1, 3)),
        "mi" => of("mile", Kind::Length, Times(1_609_344, 3)),
        "yd" | "yds" => of("yard", Kind::Length, Times(9144, 4)),
        "ft" => of("foot", Kind::Length, Times(3048, 4)),
        "in" => of("inch", Kind::Length, Times(254, 4)),
        "km2" | "km\u{B2}" => of("square kilometre", Kind::Area, Times(1_000_000, 0)),
        "m2" | "m\u{B2}" | "sqm" => of("square metre", Kind::Area, Times(1, 0)),
        "m3" | "m\u{B3}" => of("cubic metre", Kind::Volume, Times(1, 0)),
        "km3" => of("cubic kilometre", Kind::Volume, Times(1_000_000_000, 0)),
        "l" | "L" => of("litre", Kind::Volume, Times(1, 3)),
        "ml" | "mL" => of("millilitre", Kind::Volume, Times(1, 6)),
        "cl" => of("centilitre", Kind::Volume, Times(1, 5)),
        "kg" | "Kg" | "KG" => of("kilogram", Kind::Mass, Times(1, 0)),
        "g" => of("gram", Kind::Mass, Times(1, 3)),
        "µg" | "μg" => of("microgram", Kind::Mass, Times(1, 9)),
        "ft2" | "ft\u{B2}" => of("square foot", Kind::Area, Times(9_290_304, 8)),
        "mg" => of("milligram", Kind::Mass, Times(1, 6)),
        "t" => TONNE,
        "kt" | "kts" => of("knot", Kind::Speed, Per(194_384_449, 8)),
        "K" => of("kelvin", Kind::Temperature, Times(1, 0)),
        "V" => of("volt", Kind::Voltage, Times(1, 0)),
        "W" => of("watt", Kind::Power, Times(1, 0)),
        _ => return None,
    })
}

/// Whether an abbreviation is read only where it is glued to its figure.
pub(super) fn wants_glue(written: &str) -> bool {
    matches!(written, "t" | "K" | "V" | "W" | "in" | "L" | "bars" | "bits")
}

/// The square and cubic units of a length.
pub(super) fn raised(unit: &Unit, cubic: bool) -> Option<Unit> {
    Some(match (unit.name, cubic) {
        ("metre", false) => of("square metre", Kind::Area, Times(1, 0)),
        ("kilometre", false) => of("square kilometre", Kind::Area, Times(1_000_000, 0)),
        ("centimetre", false) => of("square centimetre", Kind::Area, Times(1, 4)),
        ("mile", false) => of("square mile", Kind::Area, Times(2_589_988_110_336, 6)),
        ("foot", false) => of("square foot", Kind::Area, Times(9_290_304, 8)),
        ("yard", false) => of("square yard", Kind::Area, Times(83_612_736, 8)),
        ("inch", false) => of("square inch", Kind::Area, Times(64_516, 8)),
        ("metre", true) => of("cubic metre", Kind::Volume, Times(1, 0)),
        ("kilometre", true) => of("cubic kilometre", Kind::Volume, Times(1_000_000_000, 0)),
        ("centimetre", true) => of("cubic centimetre", Kind::Volume, Times(1, 6)),
        ("foot", true) => of("cubic foot", Kind::Volume, Times(28_316_846_592, 12)),
        ("yard", true) => of("cubic yard", Kind::Volume, Times(764_554_857_984, 12)),
        ("inch", true) => of("cubic inch", Kind::Volume, Times(16_387_064, 12)),
        ("mile", true) => of("cubic mile", Kind::Volume, Times(4_168_181_825_440_579_584, 9)),
        _ => return None,
    })
}
