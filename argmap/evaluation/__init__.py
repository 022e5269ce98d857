"""What a map comes to when its reasons are weighed: labels, strengths, proofs and what-ifs."""
