"""Drawings that are kept as the calls that drew them (WMF, EMF), played into sketches: marks without fonts or pages."""
