"""Dutch formats as the screens use them; typed dates are day-month-year."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j-n-Y"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
DATE_INPUT_FORMATS = ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]
# with a point as on the screens, or with a colon; `kern.invoer.TijdVeld` reads four digits without either
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H:%M:%S"]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
