"""How fast it is, beside what others would use: `make bench`. No part of the product, and no test."""
