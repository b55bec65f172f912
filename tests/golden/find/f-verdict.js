academyFind.take("1e414b68765a","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
