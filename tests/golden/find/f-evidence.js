academyFind.take("1e414b68765a","f-evidence",[["data","Figures given",0,"#%+"]]);
